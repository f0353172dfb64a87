import pg from 'pg'

/** For how many requests at a time a process keeps connections, to read and to write each. A server lets in 100 unless told otherwise. */
const MOST_CONNECTIONS = 8
/** How long a free connection is waited for, the making of one included. */
const CONNECT_MS = 5_000
/** After which a statement is given up, on the server and here: a server that has vanished answers nothing. */
const STATEMENT_MS = 30_000
const IDLE_IN_TRANSACTION_MS = 60_000

const BIGINT = 20
const TIMESTAMP = 1114

/** Numbers as numbers: what is counted here stays far below 2^53. Moments are kept in UTC, without saying so. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [BIGINT, Number],
  [TIMESTAMP, (text) => new Date(`${text.replace(' ', 'T')}Z`)],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format),
}

/**
 * Connections that are made as they are needed, and made anew where they broke off.
 * @param pipeline whether statements are sent without waiting for the answers to those before
 */
export function openPool(url: string, { pipeline }: { pipeline: boolean }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'casewright',
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: STATEMENT_MS + CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    types,
    pipeline,
  })
  // A connection that breaks off fails what is under way on it; there is nothing else to say, and nobody else to hear it.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    const query: (...given: Array<unknown>) => unknown = client.query.bind(client)
    Object.assign(client, { query: (...given: Array<unknown>) => query(...given.map(keepable)) })
  })
  return pool
}

/**
 * A query, or its values, without the character zero, which no text of PostgreSQL can hold: in its place stands the mark for what can't be
 * shown, as Unicode has it. Whoever sends one finds nothing by it and loses nothing else.
 */
function keepable(given: unknown): unknown {
  if (typeof given === 'string') return given.replaceAll('\0', '\uFFFD')
  if (Array.isArray(given)) return given.map(keepable)
  const isConfig = typeof given === 'object' && given !== null && 'values' in given && Array.isArray(given.values)
  return isConfig ? { ...given, values: keepable(given.values) } : given
}
