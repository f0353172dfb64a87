import { parse } from 'yaml'
import { z } from 'zod'
import { COMPETENCIES } from './case.ts'
import type { CompetencyId } from './case.ts'

const text = z.string().min(1)
const listSchema = z.array(
  z.strictObject({
    id: z.enum(COMPETENCIES),
    dimension: z.enum(['execution', 'influence']),
    name: text,
    description: text,
    indicator: text,
    failure: text,
  }),
)

/** A competency in words. `indicator`: what it looks like when done well; `failure`: how its absence shows at work. */
export type Competency = z.infer<typeof listSchema>[number]

export type Competencies = Record<CompetencyId, Competency>

/**
 * Pure. The competencies from the YAML of `content/competencies.yaml`.
 * @throws Error unless every competency of the scoring model is there once, in the model's order
 */
export function parseCompetencies(yaml: string): Competencies {
  const list = listSchema.parse(parse(yaml))
  const ids = list.map(({ id }) => id).join(' ')
  if (ids !== COMPETENCIES.join(' '))
    throw new Error(`Expected the competencies ${COMPETENCIES.join(' ')}, found ${ids}`)
  const byId: Partial<Competencies> = {}
  for (const competency of list) byId[competency.id] = competency
  if (!isWhole(byId)) throw new Error('Expected a text for every competency')
  return byId
}

function isWhole(byId: Partial<Competencies>): byId is Competencies {
  return COMPETENCIES.every((id) => id in byId)
}
