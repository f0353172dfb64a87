/**
 * Pure. The schema for PostgreSQL, derived from the one source, which is written for SQLite: the same models with another provider and a
 * client of its own, since a client knows one database. Throws where the source has no such lines to change.
 */
export function postgresqlSchema(source: string): string {
  return [
    ['provider = "sqlite"', 'provider = "postgresql"'],
    ['"./client"', '"./client-postgresql"'],
  ].reduce((schema, [from = '', to = '']) => {
    if (schema.split(from).length !== 2) throw new Error(`Expected ${from} once in prisma/schema.prisma`)
    return schema.replace(from, to)
  }, source)
}

/**
 * Pure. A migration for PostgreSQL in which every text compares byte by byte, as it does in SQLite: the order of a list, and what the index
 * of a key means, then depend neither on how the server was set up nor on the version of its libraries.
 */
export function withByteOrder(sql: string): string {
  return sql.replaceAll(/^(\s*(?:ADD COLUMN\s+)?"\w+" TEXT)(?! COLLATE)/gm, '$1 COLLATE "C"')
}
