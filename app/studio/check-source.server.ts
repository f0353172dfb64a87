import { LRUCache } from 'lru-cache'
import type { Checked } from '../cases/check-worker.ts'
import type { Checker } from '../cases/checker.server.ts'
import { hashSource } from '../cases/hash-source.server.ts'

const KEPT = 60

/** A text with the same images is always judged alike, so what was found is kept by both. */
const found = new LRUCache<string, Checked>({ max: KEPT })
const underWay = new Map<string, Promise<Checked>>()

/** Checks a text in the check process, once however often it is asked for. Never throws for what the text holds. */
export async function checkSource(source: string, images: ReadonlySet<string>, checker: Checker): Promise<Checked> {
  const key = keyOf(source, images)
  const known = found.get(key) ?? underWay.get(key)
  if (known) return known
  const checking = checker.check(new TextEncoder().encode(source), images)
  underWay.set(key, checking)
  try {
    const checked = await checking
    found.set(key, checked)
    return checked
  } finally {
    underWay.delete(key)
  }
}

/** What is known already of a text; undefined where it was not checked yet. */
export function knownCheck(source: string, images: ReadonlySet<string>): Checked | undefined {
  return found.get(keyOf(source, images))
}

function keyOf(source: string, images: ReadonlySet<string>): string {
  return `${hashSource(source)} ${[...images].sort().join(' ')}`
}
