import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseCompetencies } from '../../machines/case/parse-competencies.ts'
import type { Competencies } from '../../machines/case/parse-competencies.ts'

/** What explains the scores: the competencies in words. */
export type Guide = { competencies: Competencies }

/** The competencies are those of the scoring model, whatever cases are served. */
const COMPETENCIES_FILE = path.resolve('content', 'competencies.yaml')

/** Reads the guide once, at the start. */
export async function readGuide(): Promise<Guide> {
  return { competencies: parseCompetencies(await readFile(COMPETENCIES_FILE, 'utf8')) }
}
