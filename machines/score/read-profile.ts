import { COMPETENCIES } from '../case/case.ts'
import { SIZE } from './belief.ts'
import type { Evidence } from './evidence.ts'
import { MODEL_VERSION, type Profile } from './profile.ts'
import { isAbsent, readArray, readName, readNumber, readObject, Refusal } from './read-json.ts'

/**
 * Pure. A cached profile from JSON, to the same bits.
 * @returns null for one of another model version or of another shape: drop it and replay the log
 */
export function readProfile(json: unknown): Profile | null {
  try {
    return profileFrom(readObject(json, 'profile'))
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function profileFrom(profile: Record<string, unknown>): Profile | null {
  if (profile['modelVersion'] !== MODEL_VERSION) return null
  const belief = readObject(profile['belief'], 'belief')
  const dimensions = readObject(profile['dimensions'], 'dimensions')
  return {
    modelVersion: MODEL_VERSION,
    belief: {
      mean: readNumbers(belief['mean'], SIZE, 'belief.mean'),
      covariance: readNumbers(belief['covariance'], SIZE * SIZE, 'belief.covariance'),
    },
    dimensions: {
      execution: readEvidence(dimensions['execution'], 'dimensions.execution'),
      influence: readEvidence(dimensions['influence'], 'dimensions.influence'),
    },
    competencies: readList(profile['competencies'], COMPETENCIES.length, 'competencies').map((evidence, c) =>
      readEvidence(evidence, `competencies[${c}]`),
    ),
    lastCountedCase: isAbsent(profile['lastCountedCase'])
      ? null
      : readName(profile['lastCountedCase'], 'lastCountedCase'),
  }
}

function readEvidence(json: unknown, place: string): Evidence {
  const evidence = readObject(json, place)
  return {
    decisions: readNumber(evidence['decisions'], 0, `${place}.decisions`),
    cases: readArray(evidence['cases'], `${place}.cases`).map((slug) => readName(slug, `${place}.cases`)),
  }
}

function readNumbers(json: unknown, length: number, place: string): Array<number> {
  return readList(json, length, place).map((number) => readNumber(number, Number.NEGATIVE_INFINITY, place))
}

function readList(json: unknown, length: number, place: string): Array<unknown> {
  const list = readArray(json, place)
  if (list.length !== length) throw new Refusal(place, `expected ${length} items, found ${list.length}`)
  return list
}
