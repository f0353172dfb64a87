import pg from 'pg'

const CONNECT_MS = 10_000

/** How the values are written that `fromPostgresql` reads, however this database writes them for others. */
const SETTINGS = 'SET datestyle TO ISO; SET bytea_output TO hex'

/** Does something over one connection, which is closed afterwards. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  // A connection that breaks off fails the statement under way; nothing is to be said beside that.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(SETTINGS)
    return await use(client)
  } finally {
    await client.end()
  }
}
