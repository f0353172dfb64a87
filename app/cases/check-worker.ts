import { parentPort } from 'node:worker_threads'
import type { Case } from '../../machines/case/case.ts'
import { checkCase } from '../../machines/case/check-case.ts'
import { decodeSource } from '../../machines/case/source.ts'
import type { Problem } from '../../machines/case/problem.ts'
import type { Stats } from '../../machines/case/stats.ts'

export type CheckRequest = { bytes: Uint8Array; images: Array<string> | null }

/** `text` is the source as it is hashed and kept; null where the bytes are no text. */
export type Checked = { text: string | null; case: Case | null; problems: Array<Problem>; stats: Stats | null }

function check({ bytes, images }: CheckRequest): Checked {
  const decoded = decodeSource(bytes)
  if ('problem' in decoded) return { text: null, case: null, problems: [decoded.problem], stats: null }
  const checked = checkCase(decoded.text, images && new Set(images), () => parentPort?.postMessage({ kind: 'parsed' }))
  return { text: decoded.text, ...checked }
}

parentPort?.on('message', (request: CheckRequest) => {
  parentPort?.postMessage({ kind: 'checked', checked: check(request) })
})
