import { createHash } from 'node:crypto'

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]
const LF = 0x0a
const CR = 0x0d

/**
 * The identity of a version: the SHA-256 of a source without byte order mark and with LF line ends. For a text the same as of
 * what `normaliseSource` makes of it, but bytes that are no text have one too.
 */
export function hashSource(source: Uint8Array | string): string {
  const bytes =
    typeof source === 'string' ? Buffer.from(source) : Buffer.from(source.buffer, source.byteOffset, source.length)
  const start = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0
  const text = bytes.subarray(start)
  return createHash('sha256')
    .update(text.includes(CR) ? withLineFeeds(text) : text)
    .digest('hex')
}

function withLineFeeds(bytes: Uint8Array): Uint8Array {
  const lines = new Uint8Array(bytes.length)
  let length = 0
  for (const [index, byte] of bytes.entries()) {
    if (byte === LF && bytes[index - 1] === CR) continue
    lines[length] = byte === CR ? LF : byte
    length += 1
  }
  return lines.subarray(0, length)
}
