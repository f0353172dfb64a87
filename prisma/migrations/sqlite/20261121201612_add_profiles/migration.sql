-- CreateTable
CREATE TABLE "Profile" (
    "learnerId" TEXT NOT NULL PRIMARY KEY,
    "modelVersion" INTEGER NOT NULL,
    "decisions" INTEGER NOT NULL,
    "json" TEXT NOT NULL,
    CONSTRAINT "Profile_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
