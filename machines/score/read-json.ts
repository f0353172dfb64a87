/** Why JSON is refused as a whole. `place` is a path into it, as `decisions[3].options[0].execution`. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly place: string,
    readonly reason: string,
  ) {
    super(`${place}: ${reason}`)
  }
}

/** @throws Refusal always */
export function refuse(place: string, expected: string, found: unknown): never {
  throw new Refusal(place, `expected ${expected}, found ${inWords(found)}`)
}

/** Pure. An object, its keys not read yet. */
export function readObject(json: unknown, place: string): Record<string, unknown> {
  return isObject(json) ? json : refuse(place, 'an object', json)
}

/** Pure. A list, its items not read yet. */
export function readArray(json: unknown, place: string): Array<unknown> {
  return Array.isArray(json) ? json : refuse(place, 'a list', json)
}

/** Pure. A finite number of at least `least`. */
export function readNumber(json: unknown, least: number, place: string): number {
  if (typeof json === 'number' && Number.isFinite(json) && json >= least) return json
  return refuse(place, Number.isFinite(least) ? `a number of at least ${least}` : 'a number', json)
}

/** Pure. A text that is not empty. */
export function readName(json: unknown, place: string): string {
  return typeof json === 'string' && json !== '' ? json : refuse(place, 'a text that is not empty', json)
}

/** Pure. Whether a key was left out or is null. */
export function isAbsent(json: unknown): json is null | undefined {
  return json === null || json === undefined
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function inWords(found: unknown): string {
  if (found === undefined) return 'nothing'
  if (Array.isArray(found)) return 'a list'
  if (typeof found === 'string') return `"${found.slice(0, 60)}"`
  return isObject(found) ? 'an object' : String(found)
}
