import { Agent, request } from 'node:http'
import type { Lane, Post } from './decision-posts.ts'
import { quantile } from './finding.ts'
import type { LoadAnswer, LoadOrder } from './load.ts'

// Sends the posts of its lanes, each lane over one connection that is kept open, and says how long the answers took.

type Answer = { status: number; location: string; ms: number }

process.on('message', (order: LoadOrder) => {
  void load(order)
    .catch((error: unknown): LoadAnswer => ({ fault: String(error) }))
    .then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit(0))

async function load({ url, lanes, ms, repeats }: LoadOrder): Promise<LoadAnswer> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes.length })
  const answers: Array<Answer> = []
  const startedAt = performance.now()
  const over = new AbortController()

  async function play(lane: Lane): Promise<void> {
    for (let place = 0; !over.signal.aborted; place += 1) {
      const post = lane[repeats ? place % lane.length : place]
      if (!post) break
      answers.push(await send(post, url, agent))
      if (performance.now() - startedAt >= ms) break
    }
    over.abort()
  }

  await Promise.all(lanes.map(play))
  const seconds = (performance.now() - startedAt) / 1_000
  agent.destroy()
  const odd = answers.find(({ status, location }) => status !== 303 || /[?&]notice=/.test(location))
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

function send({ path, cookie, body }: Post, url: string, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const sent = request(new URL(path, url), {
      agent,
      method: 'POST',
      headers: {
        Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
        'Accept-Encoding': 'gzip, deflate, br',
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': Buffer.byteLength(body),
        Cookie: cookie,
        Origin: url,
      },
    })
    sent.once('error', reject)
    sent.once('response', (response) => {
      response.resume()
      response.once('error', reject)
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location ?? '',
          ms: performance.now() - startedAt,
        }),
      )
    })
    sent.end(body)
  })
}
