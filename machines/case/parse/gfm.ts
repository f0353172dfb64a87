import type { Data } from 'unified'

const CONSTRUCTS = new Set(['emailAutolink', 'protocolAutolink', 'wwwAutolink'])

/** Pure. Whether a text may hold an address that GFM makes a link of, be it written with a character reference (`&#64;`). */
export function mayHoldAddress(text: string): boolean {
  return /@|http|www|&[#a-z][0-9a-z]*;/i.test(text)
}

/**
 * Pure. Whether a text may hold a table, a footnote, a task or struck-through words: what GFM adds besides addresses. A table is told by
 * the line under its head, since a condition may hold `||`.
 */
export function mayHoldGfmMarks(text: string): boolean {
  return /~|:-|-:|\|[ \t]*-|-[ \t]*\||\[[\^xX\s]/.test(text)
}

/**
 * Takes the search for addresses in the text out of what remark-gfm has put into a processor's data. It tries every word, which
 * costs much in a text without an address.
 */
export function dropAddresses(data: Data): void {
  for (const { text = {} } of data.micromarkExtensions ?? []) {
    for (const [code, constructs = []] of Object.entries(text)) {
      text[Number(code)] = [constructs].flat().filter(({ name }) => !CONSTRUCTS.has(name ?? ''))
    }
  }
  const extensions = data.fromMarkdownExtensions?.flat() ?? []
  data.fromMarkdownExtensions = extensions.map((extension) =>
    extension.enter?.['literalAutolink'] ? { ...extension, transforms: [] } : extension,
  )
}
