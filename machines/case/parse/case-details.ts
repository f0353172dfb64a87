import { z } from 'zod'
import { COMPETENCIES } from '../case.ts'
import type { Case } from '../case.ts'
import { isId } from './ids.ts'
import type { Report } from './report.ts'
import { reportIssue } from './schema-issue.ts'
import type { YamlData } from './yaml-data.ts'

/** What the front matter says of a case, save its variables. `start` is null where it names no scene. */
export type CaseDetails = Omit<Case, 'variables' | 'start' | 'scenes'> & { start: string | null }

const text = z.string('expected text').trim().min(1, 'expected text, found nothing')

const schema = z.strictObject({
  title: text,
  summary: text.refine((value) => [...value].length <= 200, 'expected at most 200 characters'),
  role: text,
  level: z.enum(
    ['first-line', 'project-lead', 'middle', 'senior'],
    'expected first-line, project-lead, middle or senior',
  ),
  setting: text,
  minutes: z.int('expected a whole number').min(1, 'expected 1 to 60').max(60, 'expected 1 to 60'),
  people: z.array(z.strictObject({ name: text, role: text }, 'expected { name, role }'), 'expected a list').default([]),
  claims: z
    .array(z.enum(COMPETENCIES, 'expected the id of a competency'), 'expected a list')
    .refine((ids) => new Set(ids).size === ids.length, 'expected each competency once')
    .default([]),
  state: z.unknown().optional(),
  start: z.string('expected the id of a scene').refine(isId, 'expected the id of a scene').optional(),
  authors: z.union([z.array(text), text.transform((name) => [name])], 'expected a list of names').default([]),
  licence: text.optional(),
  language: text.refine(isLanguageTag, 'expected a BCP 47 tag such as `en` or `de-CH`').default('en'),
})

/**
 * Pure. The front matter of a case; its variables are read by `readVariables`. Null where a key is missing, unknown or of
 * the wrong type, each of which is reported as `frontmatter/invalid`.
 */
export function readCaseDetails(yaml: YamlData, report: Report): CaseDetails | null {
  const result = schema.safeParse(yaml.data ?? {})
  if (result.success) {
    const { state: _, start = null, licence = null, ...details } = result.data
    return { ...details, start, licence }
  }
  for (const issue of result.error.issues) reportIssue(issue, [], yaml, report)
  return null
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
