import type { z } from 'zod'
import type { Report } from './report.ts'
import { START_OF_FILE } from './report.ts'
import type { YamlData } from './yaml-data.ts'

/**
 * Reports one finding of a schema as `frontmatter/invalid`: at the key it is about or, where that key is missing, at what
 * should hold it. `base` is the path of the data that the schema was given.
 */
export function reportIssue(
  issue: z.core.$ZodIssue,
  base: ReadonlyArray<PropertyKey>,
  { data, placeOf }: YamlData,
  report: Report,
): void {
  const path = [...base, ...issue.path]
  const name = path.map(String).join('.')
  if (path.length === 0 && issue.code !== 'unrecognized_keys') {
    report('frontmatter/invalid', START_OF_FILE, 'the front matter is not a list of keys with values')
  } else if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      report('frontmatter/invalid', placeOf([...path, key]), `there is no key \`${key}\`${name && ` in \`${name}\``}`)
    }
  } else if (isMissing(data, path)) {
    report('frontmatter/invalid', path.length === 1 ? START_OF_FILE : placeOf(path), `the key \`${name}\` is missing`)
  } else {
    report('frontmatter/invalid', placeOf(path), `\`${name}\`: ${issue.message}`)
  }
}

function isMissing(data: unknown, path: ReadonlyArray<PropertyKey>): boolean {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return true
    value = Reflect.get(value, step)
  }
  return false
}
