-- CreateTable
CREATE TABLE "RoleLens" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "learnerId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "answeredAt" DATETIME NOT NULL,
    "answers" TEXT NOT NULL,
    CONSTRAINT "RoleLens_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "RoleLens_learnerId_id_idx" ON "RoleLens"("learnerId", "id");
