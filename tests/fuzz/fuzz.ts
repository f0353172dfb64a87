import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import type { TestServer } from '../setup/server.ts'
import { makeCast } from './cast.ts'
import { faultsInLog, faultsOf } from './judge.ts'
import { readOffers } from './offers.ts'
import { aRequest } from './requests.ts'
import { send } from './send.ts'
import type { WireAnswer, WireRequest } from './send.ts'

/** What was found wrong: the smallest request that shows it, to be sent again, and the seed that leads there. */
type Fault = { what: string; request: WireRequest; seed: number }

export type FuzzReport = {
  sent: number
  /** How many answers there were by status; 0: none. */
  statuses: ReadonlyMap<number, number>
  faults: ReadonlyArray<Fault>
}

type Options = { count: number; seed: number; tell?: (sent: number) => void; stop?: AbortSignal }

/** Of the server: each request has to be told in its log, so that what else stands there belongs to one. */
export const ENVIRONMENT = { LOG_LEVEL: 'info' }

/** After so many requests people have signed out, deleted what they had and used up what they may: others take their place. */
const PART = 800
/** What follows after that many is most likely the same again. */
const MOST_FAULTS = 20
/** Of a millisecond each. */
const MOST_WAITS = 2_000

/** Sends requests to a server of its own and tells what was wrong with its answers and its log. */
export async function fuzz(server: TestServer, { count, seed, tell = () => {}, stop }: Options): Promise<FuzzReport> {
  const statuses = new Map<number, number>()
  const faults: Array<Fault> = []
  let sent = 0
  let read = 0
  let what = ''

  /** Sends one; gives what is wrong with it. */
  async function judge(request: WireRequest): Promise<Array<string>> {
    const answer = await send(request, server.url)
    const status = 'fault' in answer ? 0 : answer.status
    // What is sent to find a smaller request with the same fault does not count.
    if (what === '') statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (what === '') sent += 1
    tell(sent)
    const lines = faultsInLog(await logOf(answer))
    const { exitCode } = server.process
    return [...faultsOf(answer), ...lines, ...(exitCode === null ? [] : [`the server ended with ${exitCode}`])]
  }

  /** What was logged since, up to and with the line that tells of this answer. */
  async function logOf(answer: WireAnswer): Promise<string> {
    const id = 'fault' in answer ? undefined : answer.headers['x-request-id']
    const isTold = () => new RegExp(`"${String(id)}".*"msg":"request"}\\n`).test(server.output().slice(read))
    if (id !== undefined) for (let waited = 0; waited < MOST_WAITS && !isTold(); waited += 1) await setTimeout(1)
    const output = server.output()
    const from = read
    read = output.lastIndexOf('\n') + 1
    return output.slice(from, read)
  }

  function isOver(): boolean {
    return sent >= count || faults.length >= MOST_FAULTS || stop?.aborted === true
  }

  for (let part = 0; !isOver(); part += 1) {
    const cast = await makeCast(server, part)
    const requests = aRequest(cast, await readOffers(cast), server.url)
    const numRuns = Math.min(PART, count - sent)
    what = ''
    const property = fc.asyncProperty(requests, async (request) => {
      if (stop?.aborted) return true
      const found = await judge(request)
      if (found.length === 0) return true
      what = found.join('\n')
      return false
    })
    const result = await fc.check(property, { seed: seed + part, numRuns })
    const [request] = result.counterexample ?? []
    if (request) faults.push({ what, request, seed: seed + part })
  }
  return { sent, statuses, faults }
}
