import { renderToBuffer } from '@react-pdf/renderer'
import { CertificateDocument, NAME_SIZE, NAME_WIDTH } from './certificate-document.tsx'
import type { Setting } from './certificate-document.tsx'
import { fontFor, registerFonts, renewFonts } from './certificate-fonts.ts'
import type { CertificateSheet } from './certificate-sheet.ts'
import { nameLines } from './name-lines.ts'

registerFonts()

/** Sets a certificate as a PDF, one at a time. It keeps its thread busy for 150 to 300 ms, and for longer at the first. */
export async function setCertificate(sheet: CertificateSheet): Promise<Uint8Array> {
  renewFonts()
  const setting: Setting = {
    name: await nameSetting(sheet.name),
    course: (await fontFor(sheet.course))?.family ?? null,
    cases: await Promise.all(sheet.cases.map(async ({ title }) => (await fontFor(title))?.family ?? null)),
  }
  return renderToBuffer(<CertificateDocument sheet={sheet} setting={setting} />)
}

/** Over two lines a name is set smaller. */
async function nameSetting(name: string): Promise<Setting['name']> {
  const font = await fontFor(name)
  if (font === null) return null
  const isLong = font.widthOf(name, NAME_SIZE.short) > 1.6 * NAME_WIDTH
  const widthOf = (text: string) => font.widthOf(text, isLong ? NAME_SIZE.long : NAME_SIZE.short)
  return { family: font.family, lines: nameLines(name, widthOf, NAME_WIDTH), isLong }
}
