import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'
import { z } from 'zod'

// The fonts as pages load them. Those of the packages hold every weight, every optical size and every feature, three times what a page of
// English needs. What a page in English shows is in one small file a face; a browser fetches the others only where a letter needs
// them (Łukasz, Šárka, Θεανώ).

/** Between text, which is set at 17 to 20 pixels, and headings, at 22 to 40: one cut serves both. */
const OPTICAL_SIZE = 22
const WEIGHTS = { min: 400, max: 680, default: 400 }
/** OpenType's tags of what style sheets ask for. */
const FEATURES = ['kern', 'liga', 'tnum', 'lnum', 'onum', 'cv05', 'ss03']
/** And of what letters need that are put together from several. */
const FEATURES_OF_MARKS = [...FEATURES, 'ccmp', 'locl', 'mark', 'mkmk']
/** What pages in English are written with: ASCII, a writer's dashes, quotation marks and signs, and the small letters of names (Noémi, Muñiz). */
const BASIC =
  'U+0020-007E,U+00A0,U+00A3,U+00A7,U+00B0,U+00B7,U+00BD,U+00D7,U+00DF-00FF,U+2013-2014,U+2018-2019,U+201C-201D,U+2026,U+20AC,U+2212'
/** `unicode.json` of a package: which letters each of its files has. */
const RANGES = z.record(z.string(), z.string())

type Face = {
  family: string
  style: 'normal' | 'italic'
  /** The package, and in the names of its files what stands after the alphabet. */
  from: string
  cut: string
  axes: Readonly<Record<string, number | typeof WEIGHTS>>
  alphabets: ReadonlyArray<string>
}

const SERIF = { family: 'Source Serif 4', from: 'source-serif-4', axes: { wght: WEIGHTS, opsz: OPTICAL_SIZE } }
const FACES: ReadonlyArray<Face> = [
  // Beyond Latin for the names on certificates.
  {
    ...SERIF,
    style: 'normal',
    cut: 'opsz-normal',
    alphabets: ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
  },
  { ...SERIF, style: 'italic', cut: 'opsz-italic', alphabets: ['latin', 'latin-ext'] },
  {
    family: 'Inter',
    style: 'normal',
    from: 'inter',
    cut: 'wght-normal',
    axes: { wght: WEIGHTS },
    alphabets: ['latin', 'latin-ext'],
  },
]

/** Makes the fonts before anything is bundled, unless they are there: style sheets import `@fonts/fonts.css`. */
export function smallFonts(): Plugin {
  return {
    name: 'small-fonts',
    config: async () => ({ resolve: { alias: { '@fonts': await makeFonts(path.resolve('.cache/fonts')) } } }),
  }
}

/** Returns the folder with the fonts and their style sheet; it is named by what it was made from. */
export async function makeFonts(cache: string): Promise<string> {
  const folder = path.join(cache, await digest())
  const sheet = path.join(folder, 'fonts.css')
  if (existsSync(sheet)) return folder
  await mkdir(folder, { recursive: true })
  const rules = await Promise.all(FACES.map((face) => makeFace(face, folder)))
  // Last, since where it is all the others are.
  await writeFile(sheet, rules.flat().join('\n'))
  return folder
}

/** The files of one face, each with its rule. */
async function makeFace(face: Face, folder: string): Promise<Array<string>> {
  const rules: Array<string> = []
  for (const { name, alphabet, points, features } of await partsOf(face)) {
    const file = `${face.from}-${face.style}-${name}.woff2`
    const whole = await readFile(fileOf(face, `files/${face.from}-${alphabet}-${face.cut}.woff2`))
    const small = await subsetFont(whole, String.fromCodePoint(...points), {
      targetFormat: 'woff2',
      variationAxes: face.axes,
      keepFeatures: features,
      noHinting: true,
    })
    await writeFile(path.join(folder, file), small)
    rules.push(ruleOf(face, file, points))
  }
  return rules
}

type Part = {
  name: string
  alphabet: string
  points: ReadonlyArray<number>
  features: ReadonlyArray<string>
}

/** The alphabets of a face as its package cuts them, with what English needs cut out of Latin. */
async function partsOf(face: Face): Promise<Array<Part>> {
  const ranges = RANGES.parse(JSON.parse(await readFile(fileOf(face, 'unicode.json'), 'utf8')))
  const basic = pointsIn(BASIC)
  const others = face.alphabets.map((alphabet): Part => {
    const points = pointsIn(ranges[alphabet] ?? '').filter((point) => hasShape(point) && !basic.includes(point))
    return { name: alphabet, alphabet, points, features: FEATURES_OF_MARKS }
  })
  return [{ name: 'basic', alphabet: 'latin', points: basic, features: FEATURES }, ...others]
}

/** Control characters have no shape; named, a line break in a text field would fetch a file. */
function hasShape(point: number): boolean {
  return point >= 0xa0
}

function ruleOf({ family, style }: Face, file: string, points: ReadonlyArray<number>): string {
  return `@font-face {
  font-family: '${family}';
  font-style: ${style};
  font-weight: ${WEIGHTS.min} ${WEIGHTS.max};
  font-display: swap;
  src: url('./${file}') format('woff2');
  unicode-range: ${rangeOf(points)};
}
`
}

/** `U+0041-0043,U+0061` as 65, 66, 67, 97. */
function pointsIn(range: string): Array<number> {
  return range.split(',').flatMap((part) => {
    const [first = 0, last = first] = part
      .replace('U+', '')
      .split('-')
      .map((digits) => Number.parseInt(digits, 16))
    return Array.from({ length: last - first + 1 }, (_, n) => first + n)
  })
}

/** 65, 66, 67, 97 as `U+41-43, U+61`. */
function rangeOf(points: ReadonlyArray<number>): string {
  const runs: Array<[first: number, last: number]> = []
  for (const point of points.toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run[1] === point - 1) run[1] = point
    else runs.push([point, point])
  }
  const hex = (point: number) => point.toString(16).toUpperCase()
  return runs.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(', ')
}

/** What the fonts are made from: this file and the packages. */
async function digest(): Promise<string> {
  const sources = [
    'app/bundle/fonts.ts',
    'node_modules/subset-font/package.json',
    ...FACES.map((face) => fileOf(face, 'package.json')),
  ]
  const hash = createHash('sha256')
  for (const file of sources) hash.update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}

function fileOf({ from }: Face, file: string): string {
  return path.resolve('node_modules/@fontsource-variable', from, file)
}
