-- CreateTable
CREATE TABLE "CohortCount" (
    "cohortId" TEXT NOT NULL PRIMARY KEY,
    "revision" INTEGER NOT NULL,
    "modelVersion" INTEGER NOT NULL,
    "learners" INTEGER NOT NULL,
    "abilities" TEXT NOT NULL,
    CONSTRAINT "CohortCount_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CohortTally" (
    "cohortId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "json" TEXT NOT NULL,

    PRIMARY KEY ("cohortId", "slug", "hash"),
    CONSTRAINT "CohortTally_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CountedLearner" (
    "cohortId" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "decisions" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "ability" TEXT NOT NULL,

    PRIMARY KEY ("cohortId", "learnerId"),
    CONSTRAINT "CountedLearner_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CountedLearner_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CountedAttempt" (
    "cohortId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "hasEnded" BOOLEAN NOT NULL,
    "decided" INTEGER NOT NULL,
    "lastAt" DATETIME NOT NULL,

    PRIMARY KEY ("cohortId", "slug", "hash", "learnerId"),
    CONSTRAINT "CountedAttempt_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CountedAttempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CountedLearner_learnerId_idx" ON "CountedLearner"("learnerId");

-- CreateIndex
CREATE INDEX "CountedAttempt_cohortId_slug_hash_hasEnded_decided_lastAt_learnerId_idx" ON "CountedAttempt"("cohortId", "slug", "hash", "hasEnded", "decided", "lastAt", "learnerId");

-- CreateIndex
CREATE INDEX "CountedAttempt_cohortId_lastAt_slug_learnerId_idx" ON "CountedAttempt"("cohortId", "lastAt", "slug", "learnerId");

-- CreateIndex
CREATE INDEX "CountedAttempt_learnerId_idx" ON "CountedAttempt"("learnerId");
