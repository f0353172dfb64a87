-- All that is counted is a cache: it is dropped and counted anew, with how far learners are.
DELETE FROM "CountedAttempt";
DELETE FROM "CountedLearner";
DELETE FROM "CohortTally";

-- DropTable
DROP TABLE "CohortCount";

-- CreateTable
CREATE TABLE "CohortCount" (
    "cohortId" TEXT NOT NULL PRIMARY KEY,
    "revision" INTEGER NOT NULL,
    "modelVersion" INTEGER NOT NULL,
    "learners" INTEGER NOT NULL,
    "abilities" TEXT NOT NULL,
    "progress" TEXT NOT NULL,
    CONSTRAINT "CohortCount_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- DropIndex
DROP INDEX "CountedAttempt_cohortId_slug_hash_hasEnded_decided_lastAt_learnerId_idx";

-- CreateIndex
CREATE INDEX "CountedAttempt_cohortId_hasEnded_lastAt_slug_idx" ON "CountedAttempt"("cohortId", "hasEnded", "lastAt", "slug");
