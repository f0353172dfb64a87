import { createRequire } from 'node:module'
import { Font } from '@react-pdf/renderer'

// A PDF needs whole, static fonts: those of the pages are variable and cut into subsets.
const { resolve } = createRequire(import.meta.url)

const SERIF = '@expo-google-fonts/source-serif-4'
const SANS = '@expo-google-fonts/inter'

/** Source Serif has most of Latin, Greek and Cyrillic; Inter has the rest of them (Northern Sámi, polytonic Greek). */
const FAMILIES = ['Source Serif 4', 'Inter'] as const
export type Family = (typeof FAMILIES)[number]

/** Registers the fonts with the renderer, which reads each from the disk when it needs it. */
export function registerFonts(): void {
  Font.register({
    family: 'Source Serif 4',
    fonts: [
      { src: resolve(`${SERIF}/400Regular/SourceSerif4_400Regular.ttf`), fontWeight: 400 },
      { src: resolve(`${SERIF}/600SemiBold/SourceSerif4_600SemiBold.ttf`), fontWeight: 600 },
    ],
  })
  Font.register({
    family: 'Inter',
    fonts: [
      { src: resolve(`${SANS}/400Regular/Inter_400Regular.ttf`), fontWeight: 400 },
      { src: resolve(`${SANS}/600SemiBold/Inter_600SemiBold.ttf`), fontWeight: 600 },
    ],
  })
  Font.registerHyphenationCallback((word) => [word])
}

/**
 * Has the fonts read afresh. They remember: once the Cyrillic у, which is drawn with the Latin y, has been set, a y in any later PDF
 * would be read back as nothing.
 */
export function renewFonts(): void {
  for (const source of Object.values(Font.getRegisteredFonts()).flatMap(({ sources }) => sources)) {
    source.data = null
    source.loadResultPromise = null
  }
}

/** A family for a text, and how wide it sets one at a size, both in points. */
export type Fitting = { family: Family; widthOf: (text: string, size: number) => number }

/** The first family that has every letter of a text, or null: it would be boxes. */
export async function fontFor(text: string): Promise<Fitting | null> {
  for (const family of FAMILIES) {
    const descriptor = { fontFamily: family, fontWeight: 600, fontStyle: 'normal' as const }
    await Font.load(descriptor)
    const font = Font.getFont(descriptor).data
    if (!font || ![...text].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))) continue
    return { family, widthOf: (part, size) => (font.layout(part).advanceWidth / font.unitsPerEm) * size }
  }
  return null
}
