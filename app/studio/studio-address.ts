import { keptText, refusalOf } from './image-kind.ts'

/** What an address asks of the page on which a case is written. `line` is from 1. */
export type StudioAddress = { scene: string | null; line: number | null; imageProblem: string | null }

/** Pure. An address may hold anything: what is none of ours is left out. */
export function readStudioAddress(search: URLSearchParams): StudioAddress {
  const shown = numberIn(search.get('shown'))
  return {
    scene: search.get('scene'),
    line: numberIn(search.get('line')),
    imageProblem: refusalOf(search.get('refused'))?.reason ?? (shown === null ? null : keptText(shown)),
  }
}

function numberIn(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}
