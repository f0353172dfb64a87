import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'

export type Proxy = {
  url: string
  /** Sends requests to this server too, as long as it says that it is ready. */
  add: (url: string) => void
  /** How many requests went to a server. */
  sentTo: (url: string) => number
  stop: () => Promise<void>
}

type Behind = { url: string; agent: Agent; isReady: boolean; sent: number }

const ASK_EVERY_MS = 100

/**
 * A proxy as simple as one can be: it asks each server whether it is ready, sends requests to one after the other over connections that
 * it keeps, and never sends one twice. What goes wrong between it and a server it answers with 502.
 */
export async function aProxy(): Promise<Proxy> {
  const behind: Array<Behind> = []
  const over = new AbortController()
  let turn = 0

  async function askAll(): Promise<void> {
    while (!over.signal.aborted) {
      await Promise.all(behind.map(look))
      await wait(ASK_EVERY_MS)
    }
  }

  function pass(incoming: IncomingMessage, answer: ServerResponse): void {
    const ready = behind.filter((one) => one.isReady)
    const one = ready[(turn += 1) % ready.length]
    if (!one) return void answer.writeHead(503).end('No server is ready')
    one.sent += 1
    const { method, headers } = incoming
    const sent = request(new URL(incoming.url ?? '/', one.url), { method, headers, agent: one.agent })
    sent.once('error', (error) => answer.writeHead(502).end(error.message))
    sent.once('response', (response) => {
      const { connection: _connection, 'keep-alive': _keepAlive, ...passed } = response.headers
      answer.writeHead(response.statusCode ?? 0, passed)
      finished(response.pipe(answer)).catch((error: Error) => answer.destroy(error))
    })
    incoming.pipe(sent)
  }

  const server = createServer(pass).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const asking = askAll()
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('Expected a port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    add: (url) => behind.push({ url, agent: new Agent({ keepAlive: true }), isReady: false, sent: 0 }),
    sentTo: (url) => behind.find((one) => one.url === url)?.sent ?? 0,
    stop: async () => {
      over.abort()
      await asking
      for (const { agent } of behind) agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A server that is gone is not ready. */
async function look(one: Behind): Promise<void> {
  const answer = await fetch(new URL('/healthz/ready', one.url)).catch(() => null)
  await answer?.text()
  one.isReady = answer?.ok ?? false
}
