import { newSecretToken } from '../../kernel/ids.ts'

/** A fixed beginning, by which secret scanners recognise a token that was committed or pasted by mistake. */
const PREFIX = 'psl_'
const TOKEN = /^psl_[\w-]{43}$/
/** The prefix and four characters: 24 of 256 bits, which help to recognise a token and not to guess it. */
const HINT_LENGTH = PREFIX.length + 4

/**
 * A new bearer token: `psl_` and 256 random bits in base64url. The database keeps its SHA-256 alone (`hashToken`). A slow
 * hash protects secrets that people choose; of 256 random bits nothing can be guessed, and a slow one would cost each
 * request its time.
 */
export const newToken = (): string => PREFIX + newSecretToken()

/** Whether `text` can be a token at all; anything else is not worth a query. */
export const isToken = (text: string): boolean => TOKEN.test(text)

/** What lists show of a token. */
export const hintOf = (token: string): string => token.slice(0, HINT_LENGTH)
