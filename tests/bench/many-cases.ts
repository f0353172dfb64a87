import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { findCases } from '../../app/cases/find-cases.server.ts'

/** Writes so many cases into a folder: the shipped ones, over and over, each time as another case. */
export async function writeCases(folder: string, count: number): Promise<void> {
  const files = await findCases('content')
  const sources = await Promise.all(files.map(({ file }) => readFile(file, 'utf8')))
  for (let n = 0; n < count; n += 1) {
    const source = sources[n % sources.length] ?? ''
    await mkdir(path.join(folder, `case-${n}`), { recursive: true })
    await writeFile(path.join(folder, `case-${n}`, 'index.mdx'), source.replace(/^title: /m, `title: ${n} `))
  }
}
