import { config } from 'zod'
import { checkCase } from '../../machines/case/check-case.ts'
import { decodeSource } from '../../machines/case/source.ts'
import type { CheckAsked, CheckAnswered } from './check-messages.ts'

// A schema would otherwise try whether it may make code, which the content security policy rightly refuses.
config({ jitless: true })

/** The very check of the command and the server, beside the page: typing never waits for it. */
self.addEventListener('message', ({ data }: MessageEvent<CheckAsked>) => {
  const { id, text, images } = data
  self.postMessage(answer(id, text, images))
})

function answer(id: number, text: string, images: ReadonlyArray<string>): CheckAnswered {
  const decoded = decodeSource(new TextEncoder().encode(text))
  if ('problem' in decoded) return { id, problems: [decoded.problem], stats: null }
  const { problems, stats } = checkCase(decoded.text, new Set(images))
  return { id, problems, stats }
}
