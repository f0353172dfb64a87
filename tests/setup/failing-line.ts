import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'

export type FailingLine = {
  port: number
  /** From now on what is asked arrives, and of what is answered nothing comes back: the next answer cuts its line instead. */
  loseAnswers: () => void
  /** How many lines were cut since. */
  cut: () => number
  /** Answers come back again. */
  mend: () => void
  stop: () => Promise<void>
}

/** Stands between a program and a server of this machine, to fail as a network does. */
export async function startFailingLine(to: number): Promise<FailingLine> {
  const open = new Set<Socket>()
  let isLosing = false
  let lost = 0
  const server = createServer((client) => {
    const behind = connect(to, '127.0.0.1')
    const end = () => [client, behind].forEach((socket) => socket.destroy())
    for (const socket of [client, behind]) {
      open.add(socket)
      socket.on('error', end).on('close', () => open.delete(socket) && end())
    }
    client.on('data', (data) => behind.write(data))
    behind.on('data', (data) => {
      if (!isLosing) return client.write(data)
      lost += 1
      return end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('Expected a port')
  return {
    port: address.port,
    loseAnswers: () => {
      isLosing = true
      lost = 0
    },
    cut: () => lost,
    mend: () => void (isLosing = false),
    stop: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
