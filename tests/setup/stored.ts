import path from 'node:path'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { providerOf } from '../../app/data/provider.ts'

// What a server under test has stored, asked behind its back: a test reads on in one line. Statements are written for SQLite, with `?`.

type Value = string | number | Buffer | null

/** The rows that a statement gives; none where it changes something. A moment is a text, a flag 0 or 1. */
export function stored<T>(url: string, sql: string, ...values: Array<Value>): Array<T> {
  return providerOf(url) === 'sqlite' ? askSqlite(url, sql, values) : askPostgresql(url, sql, values)
}

function askSqlite<T>(url: string, sql: string, values: Array<Value>): Array<T> {
  const database = new Sqlite(url.replace(/^file:/, ''))
  try {
    database.pragma('foreign_keys = ON')
    const statement = database.prepare<Array<Value>, T>(sql)
    if (statement.reader) return statement.all(...values)
    statement.run(...values)
    return []
  } finally {
    database.close()
  }
}

function askPostgresql<T>(url: string, sql: string, values: Array<Value>): Array<T> {
  let place = 0
  const written = sql.replaceAll('?', () => `$${(place += 1)}`).replaceAll(/\bx'([0-9a-f]*)'/g, String.raw`'\x$1'`)
  asking ??= startAsking()
  const { port, signal } = asking
  Atomics.store(signal, 0, 0)
  port.postMessage({ url, sql: written, values })
  // Woken may be by the answer before this one: where the other thread was held up after it had set the signal.
  while (Atomics.load(signal, 0) === 0 && Atomics.wait(signal, 0, 0, 30_000) !== 'timed-out');
  const answer: { rows: Array<T> } | { failure: string } | undefined = receiveMessageOnPort(port)?.message
  if (answer === undefined) throw new Error(`Expected an answer of the database to ${sql}`)
  if ('failure' in answer) throw new Error(`${answer.failure}: ${written}`)
  return answer.rows
}

let asking: ReturnType<typeof startAsking> | null = null

function startAsking() {
  const { port1: port, port2 } = new MessageChannel()
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(path.resolve('tests/setup/postgresql-worker.mjs'), {
    workerData: { port: port2, signal },
    transferList: [port2],
  })
  worker.unref()
  port.unref()
  return { port, signal }
}
