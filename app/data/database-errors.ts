// By name, since pages are bundled with classes of their own.

/** Pure. Whether an error says that a unique key was taken already. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && TAKEN.has(error.code)
}

/** Of Prisma, of better-sqlite3, of PostgreSQL. */
const TAKEN = new Set<unknown>(['P2002', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE', '23505'])

/** Pure. Whether an error comes from the database itself: locked, full, missing, out of reach. */
export function isDatabaseFailure(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(Prisma|DriverAdapterError$|SqliteError$|DatabaseMissing$|PostgresqlFailure$)/.test(error.name)
  )
}
