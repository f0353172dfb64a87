import { isIP } from 'node:net'
import { z } from 'zod'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/

const environmentSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .refine(isDatabase, 'expected file:PATH or postgresql://USER:PASSWORD@HOST/NAME')
    .default('file:./prisma/casewright.db'),
  SESSION_SECRET: z.string().min(32, 'expected at least 32 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected http:// or https:// and a name' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim()))
    .refine(
      (list) => list.every(isNetwork),
      'expected addresses or networks such as 10.0.0.0/8, with commas between them',
    )
    .default(['loopback']),
  DRAIN_SECONDS: z.coerce.number().min(0).max(600).default(0),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'expected smtp://HOST or smtps://HOST' }).optional(),
  MAIL_FROM: z.string().refine(isSender, 'expected one address, or Name <address>').optional(),
})

/** By parsing it as well: an address that turns out to be none later would be told, with its password. */
function isDatabase(text: string): boolean {
  return /^file:./.test(text) || (/^postgres(ql)?:\/\/./.test(text) && URL.canParse(text))
}

/** What Express takes for `trust proxy`. */
function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits, more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return more === undefined && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

function isSender(text: string): boolean {
  const address = /^[^<>"(),;:@\p{Cc}]+ <([^<>]+)>$/u.exec(text)?.[1] ?? text
  return z.email({ pattern: z.regexes.html5Email }).safeParse(address).success
}

export type Config = {
  production: boolean
  port: number
  host: string
  databaseUrl: string
  /** Null where none was set and a local one may be made. */
  sessionSecret: string | null
  logLevel: z.infer<typeof environmentSchema>['LOG_LEVEL']
  /** Under which address people reach this server, without a slash at its end; null where it is the one that it listens at. */
  publicUrl: string | null
  /** From which addresses it is believed where a visitor came from, and by which scheme. */
  trustedProxies: ReadonlyArray<string>
  /** For how long a server that was told to stop goes on, so that a proxy finds out first. */
  drainMs: number
  /** Null where no mail is sent. */
  smtp: { url: string; from: string } | null
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
  const { NODE_ENV, PORT, HOST, DATABASE_URL, SESSION_SECRET, LOG_LEVEL, PUBLIC_URL, SMTP_URL, MAIL_FROM } = parsed.data
  const { TRUSTED_PROXIES, DRAIN_SECONDS } = parsed.data
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
    publicUrl: PUBLIC_URL ?? null,
    trustedProxies: TRUSTED_PROXIES,
    drainMs: DRAIN_SECONDS * 1000,
    smtp: readSmtp(SMTP_URL, MAIL_FROM),
  }
}

function readSmtp(url: string | undefined, from: string | undefined): Config['smtp'] {
  if (url !== undefined && from !== undefined) return { url, from }
  if (url === undefined && from === undefined) return null
  const [given, missing] = url === undefined ? ['MAIL_FROM', 'SMTP_URL'] : ['SMTP_URL', 'MAIL_FROM']
  throw new ConfigError(`${given} is set and ${missing} is not. Mail needs both: set ${missing} too, or neither.`)
}
