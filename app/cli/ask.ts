import { createInterface } from 'node:readline'

/** Lines from a terminal or a pipe. `ask` gives null when there are no more, or the reader has pressed Ctrl+C. */
export type Asker = { isTerminal: boolean; ask: (prompt: string) => Promise<string | null>; close: () => void }

export function startAsking(): Asker {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY
  const reader = createInterface({
    input: process.stdin,
    ...(isTerminal ? { output: process.stdout } : {}),
    terminal: isTerminal,
  })
  const lines: Array<string> = []
  let waiting: ((line: string | null) => void) | null = null
  let isClosed = false

  function give(line: string | null): void {
    const ready = waiting
    waiting = null
    ready?.(line)
  }
  reader.on('line', (line) => {
    if (waiting) give(line)
    else lines.push(line)
  })
  reader.on('close', () => {
    isClosed = true
    give(null)
  })
  reader.on('SIGINT', () => reader.close())

  async function ask(prompt: string): Promise<string | null> {
    if (isTerminal) {
      reader.setPrompt(prompt)
      reader.prompt()
    } else process.stdout.write(prompt)
    const line = lines.shift() ?? (isClosed ? null : await new Promise<string | null>((resolve) => (waiting = resolve)))
    // What is piped in is not seen otherwise; on a terminal the key that ended the line has moved on.
    if (!isTerminal) process.stdout.write(`${line?.trim().slice(0, 80) ?? ''}\n`)
    return line
  }

  return { isTerminal, ask, close: () => reader.close() }
}
