-- CreateTable
CREATE TABLE "Learner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseVersion" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "source" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CaseImage" (
    "hash" TEXT NOT NULL,
    "src" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,

    PRIMARY KEY ("hash", "src"),
    CONSTRAINT "CaseImage_hash_fkey" FOREIGN KEY ("hash") REFERENCES "CaseVersion" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Compiled" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "compiler" TEXT NOT NULL,
    "json" TEXT NOT NULL,
    CONSTRAINT "Compiled_hash_fkey" FOREIGN KEY ("hash") REFERENCES "CaseVersion" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    CONSTRAINT "Publication_hash_fkey" FOREIGN KEY ("hash") REFERENCES "CaseVersion" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "limits" BOOLEAN NOT NULL DEFAULT true,
    "openSeq" INTEGER,
    "openedAt" DATETIME,
    "ending" TEXT,
    CONSTRAINT "Attempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Attempt_hash_fkey" FOREIGN KEY ("hash") REFERENCES "CaseVersion" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Decision" (
    "attemptId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "learnerId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "scene" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "worst" TEXT,
    "confidence" TEXT,
    "reason" TEXT,
    "acceptedAt" DATETIME NOT NULL,
    "readMs" INTEGER,
    "timedOut" BOOLEAN NOT NULL DEFAULT false,
    "exposure" TEXT NOT NULL,

    PRIMARY KEY ("attemptId", "seq"),
    CONSTRAINT "Decision_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Decision_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reflection" (
    "attemptId" TEXT NOT NULL,
    "question" INTEGER NOT NULL,
    "answer" TEXT NOT NULL,
    "answeredAt" DATETIME NOT NULL,

    PRIMARY KEY ("attemptId", "question"),
    CONSTRAINT "Reflection_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Commitment" (
    "attemptId" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "when" TEXT NOT NULL,
    "will" TEXT NOT NULL,
    "witness" TEXT,
    "dueOn" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Commitment_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Commitment_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
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
