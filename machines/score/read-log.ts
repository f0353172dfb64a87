import { EXECUTION, INFLUENCE, type Dimension, type Rating } from '../case/case.ts'
import type { Demand, Exposure, Log, LoggedDecision, OptionRatings, Role } from './log.ts'
import { isAbsent, readArray, readName, readNumber, readObject, Refusal, refuse } from './read-json.ts'

const DEMANDS = [1, 2, 3, 4, 5] as const satisfies Array<Demand>
const RATINGS = [0, 1, 2, 3, 4] as const satisfies Array<Rating>
const EXPOSURES = ['first', 'seen', 'replay-new', 'rapid'] as const satisfies Array<Exposure>
const MOST_OPTIONS = 5

/**
 * Pure. A log from JSON. `role`, the two tags, the ratings of an untagged dimension and `worst` may be left out for null,
 * `idleDays` for 0; keys that a log doesn't have are ignored.
 * @throws Refusal at the first place that can't be read
 */
export function readLog(json: unknown): Log {
  const log = readObject(json, 'log')
  return { role: readRole(log['role']), decisions: readDecisions(log['decisions']) }
}

/**
 * Pure. The decisions of a log from JSON.
 * @throws Refusal at the first place that can't be read
 */
export function readDecisions(json: unknown): Array<LoggedDecision> {
  return readArray(json, 'decisions').map((decision, i) => readDecision(decision, `decisions[${i}]`))
}

/**
 * Pure. One decision of a log from JSON.
 * @param place what the decision is called in a refusal
 * @throws Refusal at the first place that can't be read
 */
export function readDecision(json: unknown, place: string): LoggedDecision {
  const decision = readObject(json, place)
  const execution = readTag(decision['execution'], 'execution', EXECUTION, `${place}.execution`)
  const influence = readTag(decision['influence'], 'influence', INFLUENCE, `${place}.influence`)
  const options = readOptions(decision['options'], { execution, influence }, `${place}.options`)
  const best = readIndex(decision['best'], options.length, `${place}.best`)
  return {
    case: readName(decision['case'], `${place}.case`),
    nBar: readNumber(decision['nBar'], 1, `${place}.nBar`),
    node: readName(decision['node'], `${place}.node`),
    exposure: readExposure(decision['exposure'], `${place}.exposure`),
    execution,
    influence,
    options,
    best,
    worst: readWorst(decision['worst'], options.length, best, `${place}.worst`),
    idleDays: decision['idleDays'] === undefined ? 0 : readNumber(decision['idleDays'], 0, `${place}.idleDays`),
  }
}

function readRole(json: unknown): Role | null {
  if (isAbsent(json)) return null
  const role = readObject(json, 'role')
  return {
    execution: readDemand(role['execution'], 'role.execution'),
    influence: readDemand(role['influence'], 'role.influence'),
  }
}

function readDemand(json: unknown, place: string): Demand {
  return DEMANDS.find((demand) => demand === json) ?? refuse(place, 'a whole number from 1 to 5', json)
}

function readExposure(json: unknown, place: string): Exposure {
  return EXPOSURES.find((exposure) => exposure === json) ?? refuse(place, `one of ${EXPOSURES.join(', ')}`, json)
}

function readTag<Id>(json: unknown, dimension: Dimension, ids: ReadonlyArray<Id>, place: string): Id | null {
  if (isAbsent(json)) return null
  return ids.find((id) => id === json) ?? refuse(place, `a competency of ${dimension}`, json)
}

function readOptions(json: unknown, tags: Record<Dimension, string | null>, place: string): Array<OptionRatings> {
  const options = readArray(json, place)
  if (options.length < 1 || options.length > MOST_OPTIONS) {
    throw new Refusal(place, `expected 1 to ${MOST_OPTIONS} options, found ${options.length}`)
  }
  return options.map((ratings, k) => {
    const option = readObject(ratings, `${place}[${k}]`)
    return {
      execution: readRating(option['execution'], tags.execution, `${place}[${k}].execution`),
      influence: readRating(option['influence'], tags.influence, `${place}[${k}].influence`),
    }
  })
}

function readRating(json: unknown, tag: string | null, place: string): Rating | null {
  if (tag === null) return isAbsent(json) ? null : refuse(place, 'no rating, since the decision tags none', json)
  return RATINGS.find((rating) => rating === json) ?? refuse(place, `a whole number from 0 to 4 on ${tag}`, json)
}

function readWorst(json: unknown, optionCount: number, best: number, place: string): number | null {
  if (isAbsent(json)) return null
  const worst = readIndex(json, optionCount, place)
  if (worst === best) throw new Refusal(place, `expected another option than the best, found ${best} for both`)
  return worst
}

function readIndex(json: unknown, optionCount: number, place: string): number {
  if (typeof json === 'number' && Number.isInteger(json) && json >= 0 && json < optionCount) return json
  return refuse(place, `the index of one of ${optionCount} options`, json)
}
