import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { startTestServer, temporaryFolder } from '../setup/server.ts'
import { aVisitor, startCase } from '../setup/visitor.ts'
import type { Finding } from './finding.ts'

// What a browser loads to show the page of a decision.

const CASE = 'the-2240-trailer'
const MOST_SCRIPT_BYTES = 100_000

type Loaded = { name: string; raw: number; gzipped: number }

export async function benchBytes(): Promise<Finding> {
  const { folder, remove } = await temporaryFolder()
  const server = await startTestServer({ folder })
  try {
    const visitor = aVisitor(server.url)
    const { text: page } = await visitor.get(await startCase(visitor, CASE))
    if (!page.includes('name="seq"')) throw new Error('Expected the page of a decision, found another')
    return findingOf(page, await loadScripts(server.url, page), await loadStyles(server.url, page))
  } finally {
    await server.stop()
    await remove()
  }
}

function findingOf(page: string, scripts: Array<Loaded>, { styles, fonts }: Styles): Finding {
  const script = total('JavaScript', scripts)
  return {
    title: 'bytes that the page of a decision loads',
    tables: [
      [
        ['', 'files', 'raw', 'gzipped'],
        ['page itself', '1', String(Buffer.byteLength(page)), String(gzipSync(page).length)],
        ...[script, total('CSS', styles), total('fonts, Latin', fonts)].map(rowOf),
      ],
      [['fonts, Latin', 'raw'], ...fonts.map(({ name, raw }) => [name, String(raw)])],
    ],
    targets: [
      {
        name: 'JavaScript of the player page, gzipped',
        wanted: `at most ${MOST_SCRIPT_BYTES} bytes`,
        found: String(script.gzipped),
        isMet: script.gzipped > 0 && script.gzipped <= MOST_SCRIPT_BYTES,
      },
    ],
  }
}

/** The scripts that the page names, and those that these import. */
async function loadScripts(url: string, page: string): Promise<Array<Loaded>> {
  const loaded: Array<Loaded> = []
  const wanted = new Set([...page.matchAll(/["'](\/assets\/[^"']+\.js)["']/g)].flatMap(([, address]) => address ?? []))
  // The manifest in the page also names the scripts of other pages: only what is preloaded or run is loaded.
  const used = new Set(
    [
      ...page.matchAll(
        /<link[^>]+rel="modulepreload"[^>]*>|<script[^>]+src="[^"]*"[^>]*>|\bimport\b[^;]*?["'][^"']+["']/g,
      ),
    ]
      .flatMap(([tag]) => /["'](\/assets\/[^"']+\.js)["']/.exec(tag)?.[1] ?? [])
      .filter((address) => wanted.has(address)),
  )
  for (const address of used) {
    const { text, measured } = await load(url, address)
    loaded.push(measured)
    for (const [, file] of text.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g))
      used.add(path.posix.join('/assets', file ?? ''))
  }
  if (loaded.length === 0) throw new Error('Expected scripts on the page, found none')
  return loaded
}

type Styles = { styles: Array<Loaded>; fonts: Array<Loaded> }

/** The style sheets, and of their fonts those that hold the letters of English. */
async function loadStyles(url: string, page: string): Promise<Styles> {
  const found: Styles = { styles: [], fonts: [] }
  for (const [tag] of page.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)) {
    const { text, measured } = await load(url, /href="([^"]+)"/.exec(tag)?.[1] ?? '')
    found.styles.push(measured)
    for (const [face] of text.matchAll(/@font-face\s*\{[^}]*\}/g)) {
      const address = /url\(["']?([^"')]+)["']?\)/.exec(face)?.[1]
      if (address !== undefined && isLatin(face)) found.fonts.push((await load(url, address)).measured)
    }
  }
  return found
}

/** Minifiers write U+0000-00FF as U+??, U+0-FF or U+00??. */
function isLatin(face: string): boolean {
  return /U\+(?:0+-0*FF|0*\?\?)/i.test(face)
}

async function load(url: string, address: string): Promise<{ text: string; measured: Loaded }> {
  const response = await fetch(new URL(address, url))
  if (!response.ok) throw new Error(`Expected ${address}, found ${response.status}`)
  const bytes = Buffer.from(await response.arrayBuffer())
  // Fonts are compressed already and are sent as they are.
  const isFont = address.endsWith('.woff2')
  const gzipped = isFont ? bytes.length : gzipSync(bytes).length
  return {
    text: isFont ? '' : bytes.toString(),
    measured: { name: path.posix.basename(address), raw: bytes.length, gzipped },
  }
}

function total(name: string, loaded: ReadonlyArray<Loaded>): Loaded & { files: number } {
  return {
    name,
    files: loaded.length,
    raw: loaded.reduce((sum, { raw }) => sum + raw, 0),
    gzipped: loaded.reduce((sum, { gzipped }) => sum + gzipped, 0),
  }
}

function rowOf({ name, files, raw, gzipped }: Loaded & { files: number }): Array<string> {
  return [name, String(files), String(raw), String(gzipped)]
}
