import { createHash } from 'node:crypto'

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]
const LF = 0x0a
const CR = 0x0d

/**
 * The identity of a version: the SHA-256 of a source without byte order mark and with LF line ends. For a text the same as of
 * what `normaliseSource` makes of it, but bytes that are no text have one too.
 */
export function hashSource(source: Uint8Array | string): string {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const start = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0
  const lines = new Uint8Array(bytes.length - start)
  let length = 0
  for (let index = start; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte === LF && index > start && bytes[index - 1] === CR) continue
    lines[length] = byte === CR ? LF : byte
    length += 1
  }
  return createHash('sha256').update(lines.subarray(0, length)).digest('hex')
}
