-- CreateTable
CREATE TABLE "Learner" (
    "id" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Learner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "browser" TEXT COLLATE "C",
    "seenAt" TIMESTAMP(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseVersion" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CaseVersion_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "CaseImage" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "src" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "CaseImage_pkey" PRIMARY KEY ("hash","src")
);

-- CreateTable
CREATE TABLE "Compiled" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "compiler" TEXT COLLATE "C" NOT NULL,
    "json" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Compiled_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" SERIAL NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "limits" BOOLEAN NOT NULL DEFAULT true,
    "openSeq" INTEGER,
    "openedAt" TIMESTAMP(3),
    "ending" TEXT COLLATE "C",

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "attemptId" TEXT COLLATE "C" NOT NULL,
    "seq" INTEGER NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "order" INTEGER NOT NULL,
    "scene" TEXT COLLATE "C" NOT NULL,
    "node" TEXT COLLATE "C" NOT NULL,
    "choice" TEXT COLLATE "C" NOT NULL,
    "worst" TEXT COLLATE "C",
    "confidence" TEXT COLLATE "C",
    "reason" TEXT COLLATE "C",
    "acceptedAt" TIMESTAMP(3) NOT NULL,
    "readMs" INTEGER,
    "timedOut" BOOLEAN NOT NULL DEFAULT false,
    "exposure" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("attemptId","seq")
);

-- CreateTable
CREATE TABLE "Reflection" (
    "attemptId" TEXT COLLATE "C" NOT NULL,
    "question" INTEGER NOT NULL,
    "answer" TEXT COLLATE "C" NOT NULL,
    "answeredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Reflection_pkey" PRIMARY KEY ("attemptId","question")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "attemptId" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "when" TEXT COLLATE "C" NOT NULL,
    "will" TEXT COLLATE "C" NOT NULL,
    "witness" TEXT COLLATE "C",
    "dueOn" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "result" TEXT COLLATE "C",
    "happened" TEXT COLLATE "C",
    "lookedBackAt" TIMESTAMP(3),
    "remindedAt" TIMESTAMP(3),

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("attemptId")
);

-- CreateTable
CREATE TABLE "Profile" (
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "modelVersion" INTEGER NOT NULL,
    "decisions" INTEGER NOT NULL,
    "json" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Profile_pkey" PRIMARY KEY ("learnerId")
);

-- CreateTable
CREATE TABLE "RoleLens" (
    "id" SERIAL NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "course" TEXT COLLATE "C" NOT NULL,
    "answeredAt" TIMESTAMP(3) NOT NULL,
    "answers" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "RoleLens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseVersion" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CourseVersion_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "CourseImage" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "src" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "CourseImage_pkey" PRIMARY KEY ("hash","src")
);

-- CreateTable
CREATE TABLE "Plan" (
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "course" TEXT COLLATE "C" NOT NULL,
    "lookBackOn" TEXT COLLATE "C" NOT NULL,
    "writtenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("learnerId","course")
);

-- CreateTable
CREATE TABLE "PlanStep" (
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "course" TEXT COLLATE "C" NOT NULL,
    "place" INTEGER NOT NULL,
    "competency" TEXT COLLATE "C" NOT NULL,
    "decision" TEXT COLLATE "C" NOT NULL,
    "decideOn" TEXT COLLATE "C" NOT NULL,
    "witness" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "PlanStep_pkey" PRIMARY KEY ("learnerId","course","place")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C",
    "course" TEXT COLLATE "C" NOT NULL,
    "courseHash" TEXT COLLATE "C" NOT NULL,
    "issuedAt" TIMESTAMP(3) NOT NULL,
    "credential" TEXT COLLATE "C",
    "revokedAt" TIMESTAMP(3),
    "revokedReason" TEXT COLLATE "C",

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "id" TEXT COLLATE "C" NOT NULL,
    "encrypted" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "retiredAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderAddress" (
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "isOff" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ReminderAddress_pkey" PRIMARY KEY ("learnerId")
);

-- CreateTable
CREATE TABLE "Account" (
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "passwordHash" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL DEFAULT 'learner',
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("learnerId")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT COLLATE "C" NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Cohort" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "course" TEXT COLLATE "C" NOT NULL,
    "startsOn" TEXT COLLATE "C",
    "endsOn" TEXT COLLATE "C",
    "joinCode" TEXT COLLATE "C" NOT NULL,
    "showsReasons" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "archivedAt" TIMESTAMP(3),

    CONSTRAINT "Cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortInstructor" (
    "cohortId" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CohortInstructor_pkey" PRIMARY KEY ("cohortId","learnerId")
);

-- CreateTable
CREATE TABLE "CohortMember" (
    "cohortId" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "joinedAt" TIMESTAMP(3) NOT NULL,
    "sharesProfile" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CohortMember_pkey" PRIMARY KEY ("cohortId","learnerId")
);

-- CreateTable
CREATE TABLE "CohortCount" (
    "cohortId" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL,
    "modelVersion" INTEGER NOT NULL,
    "learners" INTEGER NOT NULL,
    "abilities" TEXT COLLATE "C" NOT NULL,
    "progress" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "CohortCount_pkey" PRIMARY KEY ("cohortId")
);

-- CreateTable
CREATE TABLE "CohortTally" (
    "cohortId" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL,
    "json" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "CohortTally_pkey" PRIMARY KEY ("cohortId","slug","hash")
);

-- CreateTable
CREATE TABLE "CountedLearner" (
    "cohortId" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "decisions" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "ability" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "CountedLearner_pkey" PRIMARY KEY ("cohortId","learnerId")
);

-- CreateTable
CREATE TABLE "CountedAttempt" (
    "cohortId" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "learnerId" TEXT COLLATE "C" NOT NULL,
    "attemptId" TEXT COLLATE "C" NOT NULL,
    "hasEnded" BOOLEAN NOT NULL,
    "decided" INTEGER NOT NULL,
    "lastAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CountedAttempt_pkey" PRIMARY KEY ("cohortId","slug","hash","learnerId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "cohortId" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "invitedAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("cohortId","email")
);

-- CreateTable
CREATE TABLE "Draft" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "savedBy" TEXT COLLATE "C",

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "DraftImage" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "src" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "DraftImage_pkey" PRIMARY KEY ("slug","src")
);

-- CreateTable
CREATE TABLE "Withdrawal" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "withdrawnAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Withdrawal_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "BlindRating" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "raterId" TEXT COLLATE "C" NOT NULL,
    "node" TEXT COLLATE "C" NOT NULL,
    "choice" TEXT COLLATE "C" NOT NULL,
    "execution" INTEGER,
    "influence" INTEGER,
    "ratedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BlindRating_pkey" PRIMARY KEY ("hash","raterId","node","choice")
);

-- CreateIndex
CREATE INDEX "Session_learnerId_idx" ON "Session"("learnerId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "Publication_slug_id_idx" ON "Publication"("slug", "id");

-- CreateIndex
CREATE INDEX "Attempt_learnerId_slug_idx" ON "Attempt"("learnerId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_learnerId_order_key" ON "Decision"("learnerId", "order");

-- CreateIndex
CREATE INDEX "Commitment_learnerId_dueOn_idx" ON "Commitment"("learnerId", "dueOn");

-- CreateIndex
CREATE INDEX "Commitment_dueOn_idx" ON "Commitment"("dueOn");

-- CreateIndex
CREATE INDEX "RoleLens_learnerId_id_idx" ON "RoleLens"("learnerId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_learnerId_course_key" ON "Certificate"("learnerId", "course");

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "OneTimeLink_learnerId_idx" ON "OneTimeLink"("learnerId");

-- CreateIndex
CREATE UNIQUE INDEX "Cohort_joinCode_key" ON "Cohort"("joinCode");

-- CreateIndex
CREATE INDEX "CohortInstructor_learnerId_idx" ON "CohortInstructor"("learnerId");

-- CreateIndex
CREATE INDEX "CohortMember_learnerId_idx" ON "CohortMember"("learnerId");

-- CreateIndex
CREATE INDEX "CountedLearner_learnerId_idx" ON "CountedLearner"("learnerId");

-- CreateIndex
CREATE INDEX "CountedAttempt_cohortId_hasEnded_lastAt_slug_idx" ON "CountedAttempt"("cohortId", "hasEnded", "lastAt", "slug");

-- CreateIndex
CREATE INDEX "CountedAttempt_cohortId_lastAt_slug_learnerId_idx" ON "CountedAttempt"("cohortId", "lastAt", "slug", "learnerId");

-- CreateIndex
CREATE INDEX "CountedAttempt_learnerId_idx" ON "CountedAttempt"("learnerId");

-- CreateIndex
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseImage" ADD CONSTRAINT "CaseImage_hash_fkey" FOREIGN KEY ("hash") REFERENCES "CaseVersion"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Compiled" ADD CONSTRAINT "Compiled_hash_fkey" FOREIGN KEY ("hash") REFERENCES "CaseVersion"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_hash_fkey" FOREIGN KEY ("hash") REFERENCES "CaseVersion"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_hash_fkey" FOREIGN KEY ("hash") REFERENCES "CaseVersion"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reflection" ADD CONSTRAINT "Reflection_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleLens" ADD CONSTRAINT "RoleLens_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseImage" ADD CONSTRAINT "CourseImage_hash_fkey" FOREIGN KEY ("hash") REFERENCES "CourseVersion"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanStep" ADD CONSTRAINT "PlanStep_learnerId_course_fkey" FOREIGN KEY ("learnerId", "course") REFERENCES "Plan"("learnerId", "course") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_courseHash_fkey" FOREIGN KEY ("courseHash") REFERENCES "CourseVersion"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderAddress" ADD CONSTRAINT "ReminderAddress_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortInstructor" ADD CONSTRAINT "CohortInstructor_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortInstructor" ADD CONSTRAINT "CohortInstructor_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortMember" ADD CONSTRAINT "CohortMember_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortMember" ADD CONSTRAINT "CohortMember_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortCount" ADD CONSTRAINT "CohortCount_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortTally" ADD CONSTRAINT "CohortTally_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CountedLearner" ADD CONSTRAINT "CountedLearner_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CountedLearner" ADD CONSTRAINT "CountedLearner_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CountedAttempt" ADD CONSTRAINT "CountedAttempt_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CountedAttempt" ADD CONSTRAINT "CountedAttempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftImage" ADD CONSTRAINT "DraftImage_slug_fkey" FOREIGN KEY ("slug") REFERENCES "Draft"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlindRating" ADD CONSTRAINT "BlindRating_hash_fkey" FOREIGN KEY ("hash") REFERENCES "CaseVersion"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
