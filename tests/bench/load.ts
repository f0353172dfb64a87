import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

/** A form that a browser sends, or where `body` is null a page that it asks for. */
export type Sending = { path: string; cookie: string; body: string | null }

/** What one connection sends, one after the other. */
export type Lane = Array<Sending>

/** Each lane is a connection, to one server after the other. Where a lane is at its end, it begins again if `repeats`, or else the round is over. */
export type LoadOrder = { urls: ReadonlyArray<string>; lanes: Array<Lane>; ms: number; repeats: boolean }

export type LoadResult = { count: number; perSecond: number; p50Ms: number; p99Ms: number }

/** `fault`: the first answer that was neither a page nor what a taken decision is answered with. */
export type LoadAnswer = { result: LoadResult } | { fault: string }

export type Load = { pid: number | undefined; run: (order: LoadOrder) => Promise<LoadResult>; stop: () => void }

/** Starts the process that sends: what it costs to send must not slow the servers or this process. */
export function startLoad(): Load {
  const child = fork('tests/bench/load-process.ts', { execArgv: ['--import', 'tsx'] })

  async function run(order: LoadOrder): Promise<LoadResult> {
    child.send(order)
    const answer = await nextAnswer(child)
    if ('fault' in answer) throw new Error(`Expected a taken decision or a page, found ${answer.fault}`)
    return answer.result
  }

  return { pid: child.pid, run, stop: () => void child.kill() }
}

function nextAnswer(child: ChildProcess): Promise<LoadAnswer> {
  return new Promise((resolve, reject) => {
    function onExit(): void {
      reject(new Error('The load process ended before it answered'))
    }
    child.once('exit', onExit)
    child.once('message', (answer: LoadAnswer) => {
      child.off('exit', onExit)
      resolve(answer)
    })
  })
}
