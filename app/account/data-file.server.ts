import type { Database } from '../data/database.server.ts'
import { readLearnerData } from '../data/learner-data.server.ts'
import { DATA_FILE_VERSION, dataFileSchema } from './data-file.ts'
import type { DataFile } from './data-file.ts'

/** Makes the file with everything that is kept of a learner. `courses`: how far they are, which is worked out and kept nowhere. */
export async function makeDataFile(
  learnerId: string,
  { db, now, courses }: { db: Database; now: Date; courses: DataFile['courses'] },
): Promise<DataFile> {
  const { profile, roleLenses, certificates, ...rows } = await readLearnerData(db.read, learnerId)
  const file = {
    format: 'casewright-learner-data',
    version: DATA_FILE_VERSION,
    madeAt: now,
    ...rows,
    courses,
    profile: profile && read(profile.json),
    roleLenses: roleLenses.map(({ answers, ...lens }) => ({ ...lens, answers: read(answers) })),
    certificates: certificates.map(({ credential, ...certificate }) => {
      return { ...certificate, credential: credential === null ? null : read(credential) }
    }),
  }
  // As JSON first: the schema describes what is in the file, where moments are texts.
  return dataFileSchema.parse(JSON.parse(JSON.stringify(file)))
}

/** What is kept as JSON; as the text that it is where it is none, since it is the learner's all the same. */
function read(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}
