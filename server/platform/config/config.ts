import { resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import { DEFAULT_LOCALE, isLocale, type Locale } from '../../kernel/locale.ts'

const DEFAULT_PORT = 3000

/** Every setting there is, with its default: nothing has to be set to run on one's own machine. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(DEFAULT_PORT),
  HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/?#\s@]+\/?$/)
    .refine((url) => URL.canParse(url))
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|sqlite:)/)
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  KEYS_DIR: z.string().min(1).optional(),
  KEYS_PASSPHRASE: z.string().min(12).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_FROM: z.string().min(3).default('Passerelle <ne-pas-repondre@passerelle.invalid>'),
  PLATFORM_NAME: z.string().min(1).max(100).default('Passerelle'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
})

const HINTS: Readonly<Record<string, string>> = {
  PORT: '0 – 65535',
  PUBLIC_URL: 'https://passeport.exemple.fr',
  DATABASE_URL: 'postgres://user:password@host/database, sqlite:/path/file.sqlite',
  KEYS_PASSPHRASE: '≥ 12',
  SMTP_URL: 'smtps://user:password@host',
  LOG_LEVEL: 'trace, debug, info, warn, error, silent',
  TRUST_PROXY: '0 – 5',
}

export interface Config {
  readonly port: number
  readonly host: string
  /** Origin that people and credentials use, without a trailing slash. */
  readonly publicUrl: string
  readonly databaseUrl?: string
  readonly dataDir: string
  readonly keysDir: string
  readonly keysPassphrase?: string
  readonly smtpUrl?: string
  readonly mailFrom: string
  readonly platformName: string
  readonly logLevel: string
  /** How many reverse proxies in front of us set X-Forwarded-For. */
  readonly trustProxy: number
}

/**
 * Reads the configuration once from environment variables; an empty value counts as absent.
 * @throws AppError `configuration-invalid` naming the variable and what it should look like
 */
export function parseConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(present)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? '')
    throw new AppError('configuration-invalid', { name, hint: HINTS[name] ?? '' })
  }
  const value = parsed.data
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: new URL(value.PUBLIC_URL ?? `http://127.0.0.1:${value.PORT}`).origin,
    dataDir: resolve(value.DATA_DIR),
    keysDir: resolve(value.KEYS_DIR ?? 'keys'),
    mailFrom: value.MAIL_FROM,
    platformName: value.PLATFORM_NAME,
    logLevel: value.LOG_LEVEL,
    trustProxy: value.TRUST_PROXY,
    ...(value.DATABASE_URL === undefined ? {} : { databaseUrl: value.DATABASE_URL }),
    ...(value.KEYS_PASSPHRASE === undefined ? {} : { keysPassphrase: value.KEYS_PASSPHRASE }),
    ...(value.SMTP_URL === undefined ? {} : { smtpUrl: value.SMTP_URL }),
  }
}

/** The language of the terminal (`LC_ALL`, `LC_MESSAGES`, `LANG`): French unless it is set to one of ours. */
export function terminalLocale(env: NodeJS.ProcessEnv = process.env): Locale {
  const tag = (env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '').slice(0, 2)
  return isLocale(tag) ? tag : DEFAULT_LOCALE
}
