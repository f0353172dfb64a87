import { workerData } from 'node:worker_threads'
import pg from 'pg'

// Asks a database for a thread that waits meanwhile; see `stored.ts`. What comes back is as SQLite would give it.

const BOOLEAN = 16
const BYTES = 17
const BIGINT = 20
const TIMESTAMP = 1114
const PARSERS = new Map([
  [BOOLEAN, (text) => (text === 't' ? 1 : 0)],
  [BYTES, (text) => Buffer.from(text.slice(2), 'hex').toString()],
  [BIGINT, Number],
  [TIMESTAMP, (text) => new Date(`${text.replace(' ', 'T')}Z`).toISOString().replace('Z', '+00:00')],
])
const types = { getTypeParser: (oid, format) => PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format) }

const { port, signal } = workerData

/** One connection for each address, as long as it holds. */
const clients = new Map()

async function connect(url) {
  const client = new pg.Client({ connectionString: url, types })
  client.on('error', () => clients.delete(url))
  await client.connect()
  return client
}

async function answer({ url, sql, values }) {
  try {
    const client = clients.get(url) ?? (await connect(url))
    clients.set(url, client)
    return { rows: (await client.query(sql, values)).rows }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

port.on('message', async (asked) => {
  port.postMessage(await answer(asked))
  Atomics.store(signal, 0, 1)
  Atomics.notify(signal, 0)
})
