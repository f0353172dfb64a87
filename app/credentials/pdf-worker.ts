import { parentPort } from 'node:worker_threads'
import type { CertificateSheet } from './certificate-sheet.ts'
import { setCertificate } from './set-certificate.tsx'

export type PdfRequest = { sheet: CertificateSheet }
export type PdfAnswer = { kind: 'made'; bytes: Uint8Array } | { kind: 'failed'; reason: string }

// One at a time: who asks waits for the answer before asking again.
parentPort?.on('message', ({ sheet }: PdfRequest) => {
  setCertificate(sheet)
    .then((bytes): PdfAnswer => ({ kind: 'made', bytes }))
    .catch((error: unknown): PdfAnswer => ({
      kind: 'failed',
      reason: error instanceof Error ? error.message : 'no reason',
    }))
    .then((answer) => parentPort?.postMessage(answer))
    .catch(() => process.exit(1))
})
