import { z } from 'zod'
import type { Place, Variable } from '../case.ts'
import type { Report } from './report.ts'
import { reportIssue } from './schema-issue.ts'
import type { YamlData } from './yaml-data.ts'

const RESERVED = new Set(['true', 'false', 'null', 'visited', 'chose'])

const bound = z.int('expected a whole number').min(-1000, 'expected -1000 to 1000').max(1000, 'expected -1000 to 1000')
const label = z.string('expected text').trim().min(1, 'expected text, found nothing').optional()

const booleanSchema = z.strictObject({ start: z.boolean(), label })
const integerSchema = z
  .strictObject({ start: bound, min: bound, max: bound, label })
  .refine(({ min, max }) => min <= max, { message: 'expected a value not below `min`', path: ['max'] })
  .refine(({ start, min, max }) => min > max || (min <= start && start <= max), {
    message: 'expected a value between `min` and `max`',
    path: ['start'],
  })

/**
 * Pure. The variables under the key `state`, in their order. Null where one of them could not be read, which is then
 * reported as `frontmatter/invalid`.
 */
export function readVariables(yaml: YamlData, report: Report): Array<Variable> | null {
  const state = valueAt(yaml.data, 'state')
  if (state === undefined) return []
  if (!isRecord(state)) {
    report('frontmatter/invalid', yaml.placeOf(['state']), '`state`: expected variables, each with a name')
    return null
  }
  const variables = Object.entries(state).map(([name, value]) => readVariable(name, value, yaml, report))
  const readable = variables.filter((variable) => variable !== null)
  return readable.length === variables.length ? readable : null
}

function readVariable(name: string, value: unknown, yaml: YamlData, report: Report): Variable | null {
  const place = yaml.placeOf(['state', name])
  if (!/^[a-z][A-Za-z0-9]*$/.test(name) || RESERVED.has(name)) {
    const expected = 'expected a lower-case letter, then letters and digits, and no word of the language'
    report('frontmatter/invalid', place, `\`${name}\` can't name a variable: ${expected}`)
    return null
  }
  if (typeof value === 'boolean') return { kind: 'boolean', name, start: value, label: null, place }
  if (!isRecord(value)) {
    report('frontmatter/invalid', place, `\`state.${name}\`: expected true, false or { start, min, max, label }`)
    return null
  }
  const schema = typeof valueAt(value, 'start') === 'boolean' ? booleanSchema : integerSchema
  const result = schema.safeParse(value)
  if (result.success) return variableOf(name, result.data, place)
  for (const issue of result.error.issues) reportIssue(issue, ['state', name], yaml, report)
  return null
}

function variableOf(
  name: string,
  data: z.infer<typeof booleanSchema> | z.infer<typeof integerSchema>,
  place: Place,
): Variable {
  const label = data.label ?? null
  if (!('min' in data)) return { kind: 'boolean', name, start: data.start, label, place }
  // Adding zero makes a 0 of YAML's -0.
  return { kind: 'integer', name, start: data.start + 0, min: data.min + 0, max: data.max + 0, label, place }
}

function valueAt(data: unknown, key: string): unknown {
  return isRecord(data) && Object.hasOwn(data, key) ? data[key] : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
