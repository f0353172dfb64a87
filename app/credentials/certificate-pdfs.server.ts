import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { LRUCache } from 'lru-cache'
import type { CertificateSheet } from './certificate-sheet.ts'
import type { PdfAnswer, PdfRequest } from './pdf-worker.ts'

const KEPT = 50
const MOST_WAITING = 20
const MOST_MS = 20_000
const IDLE_MS = 60_000

export type CertificatePdfs = {
  /** The PDF of a certificate; null where too many are being made already. */
  make: (sheet: CertificateSheet) => Promise<Uint8Array | null>
  close: () => Promise<void>
}

/**
 * Makes PDFs one after the other on a thread of their own, since each takes it whole: a decision of somebody else must not wait for
 * it. The same sheet is set once and kept for a while. The thread is started when it is needed and ends when it no longer is.
 */
export function createCertificatePdfs(): CertificatePdfs {
  const kept = new LRUCache<string, Promise<Uint8Array>>({ max: KEPT })
  let thread: Thread | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0

  function ready(): Thread {
    if (thread === null || thread.isSpent()) thread = startThread()
    return thread
  }

  function setNext(sheet: CertificateSheet): Promise<Uint8Array> {
    waiting += 1
    const made = turn.then(() => ready().set(sheet)).finally(() => (waiting -= 1))
    turn = made.catch(() => {})
    return made
  }

  return {
    make: async (sheet) => {
      const content = createHash('sha256').update(JSON.stringify(sheet)).digest('base64url')
      const before = kept.get(content)
      if (before) return before
      if (waiting >= MOST_WAITING) return null
      const made = setNext(sheet)
      kept.set(content, made)
      // What failed may succeed when it is asked for again.
      made.catch(() => kept.delete(content))
      return made
    },
    close: async () => {
      await turn
      await thread?.end()
    },
  }
}

type Thread = {
  set: (sheet: CertificateSheet) => Promise<Uint8Array>
  isSpent: () => boolean
  end: () => Promise<void>
}

/** A thread that ends by itself after a while without work. */
function startThread(): Thread {
  // Without this process's own options: the worker brings the loader that it needs.
  const worker = new Worker(new URL('./pdf-worker.mjs', import.meta.url), { execArgv: [] })
  worker.unref()
  // An error is told to whoever waits, by the listener of `set`; between two sets there is nobody to tell.
  worker.on('error', () => {})
  let isSpent = false
  let idle: NodeJS.Timeout | undefined

  async function end(): Promise<void> {
    isSpent = true
    clearTimeout(idle)
    await worker.terminate()
  }

  function set(sheet: CertificateSheet): Promise<Uint8Array> {
    clearTimeout(idle)
    return new Promise<Uint8Array>((resolve, reject) => {
      const late = setTimeout(() => fail(new Error(`Expected a PDF within ${MOST_MS} ms`)), MOST_MS)
      function settle(): void {
        clearTimeout(late)
        for (const event of ['message', 'exit']) worker.removeAllListeners(event)
        worker.off('error', fail)
        idle = setTimeout(() => void end(), IDLE_MS).unref()
      }
      function fail(error: Error): void {
        settle()
        void end()
        reject(error)
      }
      worker.once('message', (answer: PdfAnswer) => {
        if (answer.kind === 'failed') return fail(new Error(`Expected a PDF, found: ${answer.reason}`))
        settle()
        resolve(answer.bytes)
      })
      worker.once('error', fail)
      worker.once('exit', (code) => fail(new Error(`Expected a PDF, found that its thread ended with ${code}`)))
      const request: PdfRequest = { sheet }
      worker.postMessage(request)
    })
  }

  return { set, end, isSpent: () => isSpent }
}
