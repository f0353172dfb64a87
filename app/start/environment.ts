/** The environment as it was given. Imported first, so that React, which asks at load time, runs as it does in production. */
export const environment = { ...process.env }

const { env } = process
env['NODE_ENV'] ??= 'production'
