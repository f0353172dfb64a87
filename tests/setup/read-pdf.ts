import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'

const infoSchema = z.object({ Title: z.string().optional(), Language: z.string().nullish() })

/**
 * What a reader finds in a PDF: its title, its language, how many pages, the text of all of them as one line, and where on the page
 * each piece of it ends, in points.
 */
export async function readPdf(bytes: Uint8Array) {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const document = await loading.promise
  const texts: Array<string> = []
  const rights: Array<number> = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    rights.push(...items.map((item) => ('str' in item ? Number(item.transform[4]) + item.width : 0)))
    texts.push(...items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')))
  }
  const { Title: title, Language: language } = infoSchema.parse((await document.getMetadata()).info)
  const pages = document.numPages
  await loading.destroy()
  return { title, language, pages, rights, text: texts.join('').replace(/\s+/g, ' ') }
}
