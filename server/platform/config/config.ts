import { resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import { DEFAULT_LOCALE, isLocale, type Locale } from '../../kernel/locale.ts'
import { keyStoreSettings, type KeyStoreSettings } from './key-store-settings.ts'
import {
  isIssuerAddress,
  secondFactorDefault,
  signOnSettings,
  type SecondFactorSetting,
  type SignOnSettings,
} from './sign-on-settings.ts'
import { parseRemoteHosts } from '../remote/remote-hosts.ts'

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
  KEY_STORE: z.enum(['files', 'pkcs11']).default('files'),
  PKCS11_MODULE: z.string().optional(),
  PKCS11_TOKEN: z.string().max(32).optional(),
  PKCS11_PIN: z.string().min(4).optional(),
  PKCS11_PIN_FILE: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_FROM: z.string().min(3).default('Passerelle <ne-pas-repondre@passerelle.invalid>'),
  PLATFORM_NAME: z.string().min(1).max(100).default('Passerelle'),
  PLATFORM_CONTACT: z.email().optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/)
    .optional(),
  CANONICALISATION_SAMPLE_RATE: z.coerce.number().min(0).max(1).default(0.002),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  REMOTE_HOSTS: z
    .string()
    .refine((text) => parseRemoteHosts(text) !== undefined)
    .optional(),
  ISSUER_REGISTRY: z.string().min(1).optional(),
  STATUS_PURPOSES: z.enum(['revocation', 'revocation,suspension']).default('revocation'),
  SECOND_FACTOR: z.enum(['optional', 'admins', 'coordinators', 'everybody']).optional(),
  OIDC_ISSUER: z.string().refine(isIssuerAddress).optional(),
  OIDC_CLIENT_ID: z.string().max(500).optional(),
  OIDC_CLIENT_SECRET: z.string().max(1000).optional(),
  OIDC_LABEL: z.string().max(60).optional(),
  OIDC_SECOND_FACTOR: z.string().max(500).optional(),
})

const HINTS: Readonly<Record<string, string>> = {
  PORT: '0 – 65535',
  PUBLIC_URL: 'https://passeport.exemple.fr',
  DATABASE_URL: 'postgres://user:password@host/database, sqlite:/path/file.sqlite',
  KEYS_PASSPHRASE: '≥ 12',
  PLATFORM_CONTACT: 'contact@exemple.fr',
  KEY_STORE: 'files, pkcs11',
  PKCS11_TOKEN: '≤ 32',
  PKCS11_PIN: '≥ 4',
  SMTP_URL: 'smtps://user:password@host',
  METRICS_TOKEN: '≥ 16',
  CANONICALISATION_SAMPLE_RATE: '0 – 1',
  LOG_LEVEL: 'trace, debug, info, warn, error, silent',
  TRUST_PROXY: '0 – 5',
  STATUS_PURPOSES: 'revocation, revocation,suspension',
  SECOND_FACTOR: 'optional, admins, coordinators, everybody',
  OIDC_ISSUER: 'https://connexion.exemple.fr',
  OIDC_LABEL: '≤ 60',
  REMOTE_HOSTS: '*, none, badges.example.org, *.example.org, *,badges.example.org:8443',
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
  readonly keyStore: KeyStoreSettings
  readonly smtpUrl?: string
  readonly mailFrom: string
  readonly platformName: string
  /** Address that answers for structures that are no more. */
  readonly platformContact?: string
  readonly logLevel: string
  /** What a program shows to read `/metrics`; undefined: nobody may. */
  readonly metricsToken?: string
  /** Share of canonical forms made by our compiled canonicaliser that the library makes too, 0 to 1. */
  readonly canonicalisationSampleRate: number
  /** How many reverse proxies in front of us set X-Forwarded-For. */
  readonly trustProxy: number
  /**
   * Whose documents (keys, status lists, contexts) may be fetched to verify what others issued: see `parseRemoteHosts`.
   * By default any public host once we are public ourselves, because an employer's question deserves an answer and
   * every fetch is guarded; nobody on one's own machine, which asks nobody anything unless told to.
   */
  readonly remoteHosts: string
  /**
   * The status list entries of new credentials. Open Badges 3.0 allows one; with `suspension` a second one lets other
   * people's verifiers see a pause as well, at the price of its JSON Schemas.
   */
  readonly statusPurposes: readonly ('revocation' | 'suspension')[]
  /** Of whom a second factor is asked, at every request. */
  readonly secondFactor: SecondFactorSetting
  /** The organisation that staff may sign in through. */
  readonly signOn?: SignOnSettings
  /** JSON file of issuers whose controller documents are known beforehand. */
  readonly issuerRegistry?: string
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
  const signOn = signOnSettings(value)
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: new URL(value.PUBLIC_URL ?? `http://127.0.0.1:${value.PORT}`).origin,
    dataDir: resolve(value.DATA_DIR),
    keysDir: resolve(value.KEYS_DIR ?? 'keys'),
    keyStore: keyStoreSettings(value),
    mailFrom: value.MAIL_FROM,
    platformName: value.PLATFORM_NAME,
    logLevel: value.LOG_LEVEL,
    canonicalisationSampleRate: value.CANONICALISATION_SAMPLE_RATE,
    trustProxy: value.TRUST_PROXY,
    remoteHosts: value.REMOTE_HOSTS ?? (value.PUBLIC_URL?.startsWith('https:') === true ? '*' : 'none'),
    statusPurposes: value.STATUS_PURPOSES === 'revocation' ? ['revocation'] : ['revocation', 'suspension'],
    secondFactor: value.SECOND_FACTOR ?? secondFactorDefault(value.PUBLIC_URL),
    ...(signOn === undefined ? {} : { signOn }),
    ...(value.ISSUER_REGISTRY === undefined ? {} : { issuerRegistry: resolve(value.ISSUER_REGISTRY) }),
    ...(value.DATABASE_URL === undefined ? {} : { databaseUrl: value.DATABASE_URL }),
    ...(value.KEYS_PASSPHRASE === undefined ? {} : { keysPassphrase: value.KEYS_PASSPHRASE }),
    ...(value.METRICS_TOKEN === undefined ? {} : { metricsToken: value.METRICS_TOKEN }),
    ...(value.SMTP_URL === undefined ? {} : { smtpUrl: value.SMTP_URL }),
    ...(value.PLATFORM_CONTACT === undefined ? {} : { platformContact: value.PLATFORM_CONTACT }),
  }
}

/**
 * The passphrase that `keys passphrase` is to put in the place of the present one; undefined: ask for it.
 * @throws AppError `configuration-invalid` when it is too short
 */
export function newPassphrase(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const words = env['KEYS_NEW_PASSPHRASE'] ?? ''
  if (words === '') return undefined
  const parsed = environment.shape.KEYS_PASSPHRASE.safeParse(words)
  if (!parsed.success)
    throw new AppError('configuration-invalid', { name: 'KEYS_NEW_PASSPHRASE', hint: '≥ 12' })
  return parsed.data
}

/** The language of the terminal (`LC_ALL`, `LC_MESSAGES`, `LANG`): French unless it is set to one of ours. */
export function terminalLocale(env: NodeJS.ProcessEnv = process.env): Locale {
  const tag = (env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '').slice(0, 2)
  return isLocale(tag) ? tag : DEFAULT_LOCALE
}
