import { once } from 'node:events'
import { createServer, request } from 'node:http'

export type Recorder = {
  url: string
  /** The bodies of all answers so far, scripts, styles and fonts of the build left out. */
  sent: () => string
  stop: () => void
}

/**
 * Stands between browser and server and keeps what goes to the browser. The browser itself can't be asked: it keeps no copy of what
 * it reads as a stream or of a page that it has left.
 */
export async function recordAnswers(server: string): Promise<Recorder> {
  const bodies: Array<Buffer> = []
  const proxy = createServer((asked, answer) => {
    const { 'accept-encoding': _, ...headers } = asked.headers
    const onward = request(
      new URL(asked.url ?? '/', server),
      { method: asked.method ?? 'GET', headers },
      (answered) => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers)
        answered.on('data', (data: Buffer) => {
          if (!asked.url?.startsWith('/assets/')) bodies.push(data)
          answer.write(data)
        })
        answered.on('end', () => answer.end())
      },
    )
    asked.pipe(onward)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    sent: () => Buffer.concat(bodies).toString('utf8'),
    stop: () => {
      proxy.closeAllConnections()
      proxy.close()
    },
  }
}
