import { Agent, request } from 'node:http'
import { quantile } from './finding.ts'
import type { Lane, LoadAnswer, LoadOrder, Sending } from './load.ts'

// Sends what its lanes hold, each lane over one connection that is kept open, and says how long the answers took.

type Answer = { expected: number; status: number; location: string; ms: number }

process.on('message', (order: LoadOrder) => {
  void load(order)
    .catch((error: unknown): LoadAnswer => ({ fault: String(error) }))
    .then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit(0))

async function load({ urls, lanes, ms, repeats }: LoadOrder): Promise<LoadAnswer> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes.length })
  const answers: Array<Answer> = []
  const startedAt = performance.now()
  const over = new AbortController()

  async function play(lane: Lane, number: number): Promise<void> {
    const url = urls[number % urls.length] ?? ''
    for (let place = 0; !over.signal.aborted; place += 1) {
      const sending = lane[repeats ? place % lane.length : place]
      if (!sending) break
      answers.push(await send(sending, url, agent))
      if (performance.now() - startedAt >= ms) break
    }
    over.abort()
  }

  await Promise.all(lanes.map(play))
  const seconds = (performance.now() - startedAt) / 1_000
  agent.destroy()
  const odd = answers.find(({ expected, status, location }) => status !== expected || /[?&]notice=/.test(location))
  if (odd) return { fault: `${odd.status} to "${odd.location}"` }
  const times = answers.map((answer) => answer.ms)
  return {
    result: {
      count: answers.length,
      perSecond: answers.length / seconds,
      p50Ms: quantile(times, 0.5),
      p99Ms: quantile(times, 0.99),
    },
  }
}

function send({ path, cookie, body }: Sending, url: string, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const sent = request(new URL(path, url), {
      agent,
      method: body === null ? 'GET' : 'POST',
      headers: {
        Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
        'Accept-Encoding': 'gzip, deflate, br',
        ...(cookie === '' ? {} : { Cookie: cookie }),
        ...(body === null ? {} : formHeaders(body, url)),
      },
    })
    sent.once('error', reject)
    sent.once('response', (response) => {
      response.resume()
      response.once('error', reject)
      response.once('end', () =>
        resolve({
          expected: body === null ? 200 : 303,
          status: response.statusCode ?? 0,
          location: response.headers.location ?? '',
          ms: performance.now() - startedAt,
        }),
      )
    })
    sent.end(body)
  })
}

function formHeaders(body: string, url: string): Record<string, string | number> {
  return {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
    Origin: url,
  }
}
