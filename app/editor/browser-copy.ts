import type { BrowserCopy } from './draft-keeper.ts'

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The copy of a draft in the browser's own storage. A browser that keeps nothing, or is full, goes without. */
export function browserCopy(slug: string, shelf: Shelf): BrowserCopy {
  const key = `casewright draft ${slug}`
  return {
    read: () => attempted(() => readCopy(shelf.getItem(key))) ?? null,
    write: (copy) => void attempted(() => shelf.setItem(key, JSON.stringify(copy))),
    clear: () => void attempted(() => shelf.removeItem(key)),
  }
}

function readCopy(json: string | null): { text: string; onRevision: number } | null {
  const data: unknown = json === null ? null : JSON.parse(json)
  if (typeof data !== 'object' || data === null || !('text' in data) || !('onRevision' in data)) return null
  const { text, onRevision } = data
  return typeof text === 'string' && typeof onRevision === 'number' ? { text, onRevision } : null
}

function attempted<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
