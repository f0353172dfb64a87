import { config } from 'zod'
import type { Case } from '../../machines/case/case.ts'
import { judgeInSteps } from '../../machines/case/check-case.ts'
import { parseCase } from '../../machines/case/parse-case.ts'
import { decodeSource } from '../../machines/case/source.ts'
import type { CheckAsked, CheckAnswered } from './check-messages.ts'

// A schema would otherwise try whether it may make code, which the content security policy rightly refuses.
config({ jitless: true })

/** The text that was asked for last. */
let newest = 0

/** How long the rules may keep another text waiting. */
const STRETCH_MS = 12

/** The very check of the command and the server, beside the page: typing never waits for it. */
self.addEventListener('message', ({ data }: MessageEvent<CheckAsked>) => {
  const { id, text, images } = data
  newest = id
  const read = readCase(text, images)
  answer({ id, kind: 'read', problems: read.problems, isCase: read.case !== null })
  if (read.case !== null) void judge(id, read.case)
})

function readCase(text: string, images: ReadonlyArray<string>): ReturnType<typeof parseCase> {
  const decoded = decodeSource(new TextEncoder().encode(text))
  return 'problem' in decoded ? { case: null, problems: [decoded.problem] } : parseCase(decoded.text, new Set(images))
}

/** Applies the rules, and gives up where another text has come. */
async function judge(id: number, source: Case): Promise<void> {
  const steps = judgeInSteps(source)
  let since = -STRETCH_MS
  for (;;) {
    if (performance.now() - since >= STRETCH_MS) {
      await messages()
      if (newest !== id) return
      since = performance.now()
    }
    const step = steps.next()
    if (step.done) return answer({ id, kind: 'judged', ...step.value })
  }
}

/** Lets what has been sent meanwhile be received. A timer would wait longer than needed. */
function messages(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}

function answer(answered: CheckAnswered): void {
  self.postMessage(answered)
}
