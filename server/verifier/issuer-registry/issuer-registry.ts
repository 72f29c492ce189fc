import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import { isJsonObject, type JsonObject } from '../../vc/index.ts'

/**
 * Issuers whose controller documents an administrator wrote down: partners without a web server of their own, or whose
 * server shall not be asked. What stands here is asked before any network.
 */
export interface IssuerRegistry {
  /** The controller document (Controlled Identifiers 1.0) of an issuer's URL or DID. */
  documentOf(id: string): JsonObject | undefined
  /** Whether the administrator vouches for this issuer, and does not merely know its keys. */
  trusts(id: string): boolean
}

export const NO_ISSUERS: IssuerRegistry = { documentOf: () => undefined, trusts: () => false }

const document = z.custom<JsonObject>(isJsonObject)
const entry = z.strictObject({ name: z.string().optional(), trusted: z.boolean().default(false), document })
const file = z.record(z.string().regex(/^(https:\/\/|did:[a-z0-9]+:)[^\s#]+$/), entry)

/**
 * Reads `ISSUER_REGISTRY`: `{"<issuer's URL or DID>": {"name"?, "trusted"?, "document": {…}}}`.
 * @throws AppError `configuration-invalid`, saying which entry is wrong and why
 */
export async function openIssuerRegistry(path: string): Promise<IssuerRegistry> {
  const text = await readFile(path, 'utf8').catch((error: unknown) =>
    refuse(path, error instanceof Error && 'code' in error ? String(error.code) : '?'),
  )
  const parsed = file.safeParse(parse(text, path))
  if (!parsed.success) {
    const { path: place = [], message = '' } = parsed.error.issues[0] ?? {}
    return refuse(path, `${place.join(' / ')}: ${message}`)
  }
  const entries = new Map(Object.entries(parsed.data))
  for (const [id, { document }] of entries) {
    const problem = problemOf(id, document)
    if (problem !== undefined) refuse(path, `${id}: ${problem}`)
  }
  return {
    documentOf: (id) => entries.get(id)?.document,
    trusts: (id) => entries.get(id)?.trusted === true,
  }
}

function parse(text: string, path: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return refuse(path, 'JSON')
  }
}

/** Controlled Identifiers 1.0, 2.1: a document speaks of the identifier it is found under, and says which keys assert. */
function problemOf(id: string, found: JsonObject): string | undefined {
  if (found['id'] !== id) return `document.id ≠ ${id}`
  if (!Array.isArray(found['assertionMethod'])) return 'document.assertionMethod'
  return undefined
}

function refuse(path: string, reason: string): never {
  throw new AppError('configuration-invalid', { name: 'ISSUER_REGISTRY', hint: `${path}: ${reason}` })
}
