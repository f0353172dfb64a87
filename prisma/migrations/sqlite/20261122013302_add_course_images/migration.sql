-- CreateTable
CREATE TABLE "CourseImage" (
    "hash" TEXT NOT NULL,
    "src" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,

    PRIMARY KEY ("hash", "src"),
    CONSTRAINT "CourseImage_hash_fkey" FOREIGN KEY ("hash") REFERENCES "CourseVersion" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);
