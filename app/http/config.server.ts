import { z } from 'zod'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/

const environmentSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^file:./, 'expected file:PATH')
    .default('file:./prisma/casewright.db'),
  SESSION_SECRET: z.string().min(32, 'expected at least 32 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export type Config = {
  production: boolean
  port: number
  host: string
  databaseUrl: string
  /** Null where none was set and a local one may be made. */
  sessionSecret: string | null
  logLevel: z.infer<typeof environmentSchema>['LOG_LEVEL']
}

/** What a person who starts the program has to put right; its message is a sentence for them. */
export class ConfigError extends Error {}

/** Reads the environment once. Throws a ConfigError that names every variable which can't be used, and what was expected. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`The environment can't be used as it is. ${faults.join('; ')}.`)
  }
  const { NODE_ENV, PORT, HOST, DATABASE_URL, SESSION_SECRET, LOG_LEVEL } = parsed.data
  // What a caller did not say is production behaviour, but only one who says it is held to a secret of their own.
  if (environment['NODE_ENV'] === 'production' && !LOOPBACK.test(HOST) && SESSION_SECRET === undefined) {
    throw new ConfigError(
      `HOST is ${HOST}, so other machines can reach this server: set SESSION_SECRET to a long random text first, ` +
        'for example the output of "openssl rand -hex 32", and keep it the same at every start.',
    )
  }
  return {
    production: NODE_ENV === 'production',
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    sessionSecret: SESSION_SECRET ?? null,
    logLevel: LOG_LEVEL,
  }
}
