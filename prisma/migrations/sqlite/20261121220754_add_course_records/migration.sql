-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN "happened" TEXT;
ALTER TABLE "Commitment" ADD COLUMN "lookedBackAt" DATETIME;
ALTER TABLE "Commitment" ADD COLUMN "remindedAt" DATETIME;
ALTER TABLE "Commitment" ADD COLUMN "result" TEXT;

-- CreateTable
CREATE TABLE "CourseVersion" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Plan" (
    "learnerId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "lookBackOn" TEXT NOT NULL,
    "writtenAt" DATETIME NOT NULL,

    PRIMARY KEY ("learnerId", "course"),
    CONSTRAINT "Plan_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlanStep" (
    "learnerId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "competency" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "decideOn" TEXT NOT NULL,
    "witness" TEXT NOT NULL,

    PRIMARY KEY ("learnerId", "course", "place"),
    CONSTRAINT "PlanStep_learnerId_course_fkey" FOREIGN KEY ("learnerId", "course") REFERENCES "Plan" ("learnerId", "course") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT,
    "course" TEXT NOT NULL,
    "courseHash" TEXT NOT NULL,
    "issuedAt" DATETIME NOT NULL,
    "credential" TEXT,
    "revokedAt" DATETIME,
    "revokedReason" TEXT,
    CONSTRAINT "Certificate_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Certificate_courseHash_fkey" FOREIGN KEY ("courseHash") REFERENCES "CourseVersion" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "encrypted" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "retiredAt" DATETIME,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ReminderAddress" (
    "learnerId" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "confirmedAt" DATETIME,
    "isOff" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "ReminderAddress_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_learnerId_course_key" ON "Certificate"("learnerId", "course");

-- CreateIndex
CREATE INDEX "Commitment_dueOn_idx" ON "Commitment"("dueOn");
