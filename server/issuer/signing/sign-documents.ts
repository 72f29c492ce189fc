import { AppError, type AppErrorCode } from '../../kernel/errors.ts'
import {
  confirmWithLibrary,
  createDocumentLoader,
  idOf,
  isJsonObject,
  isSameJson,
  issueCredential,
  VcError,
  verifyCredential,
  type CheckName,
  type DocumentLoader,
  type JsonObject,
  type SigningKey,
} from '../../vc/index.ts'

/** A message to whoever signs, in this thread or in another: the only way a private key travels. */
export interface SigningJob {
  /** Instant of signing, ISO 8601. */
  readonly now: string
  /** The keys of every issuer that occurs in `documents`. */
  readonly keys: readonly (SigningKey & { readonly keyId: string })[]
  /** The issuers as the world sees them: what is signed must verify with these. */
  readonly didDocuments: readonly JsonObject[]
  readonly documents: readonly { readonly id: string; readonly unsigned: string }[]
  /** Share of what is signed that the library has to verify too before it counts, 0 to 1; none unless told. */
  readonly sampleRate?: number
}

export type SigningOutcome =
  | {
      readonly id: string
      /** The text that was signed: whoever stores `signed` looks whether that is still what was intended. */
      readonly unsigned: string
      readonly signed: string
      readonly keyId: string
    }
  | {
      readonly id: string
      readonly signed?: undefined
      readonly failure: AppErrorCode
      readonly detail: string
    }

/** Not asked: the status list, whose entry was taken a moment ago, and dates, which say nothing about the signature. */
const CHECKS: readonly CheckName[] = ['document', 'data-model', 'context', 'proof', 'issuer']

/**
 * Signs each document with the key of its issuer, and accepts the result only when, read back from its own bytes, it
 * says what was to be signed and verifies like anybody's credential. One that fails says why and stops no other.
 */
export async function signDocuments(job: SigningJob): Promise<SigningOutcome[]> {
  const resolvable = new Map(job.didDocuments.map((document) => [document['id'], document]))
  const documentLoader = createDocumentLoader({ resolveDid: (did) => Promise.resolve(resolvable.get(did)) })
  const outcomes: SigningOutcome[] = []
  for (const { id, unsigned } of job.documents) {
    try {
      outcomes.push({ id, unsigned, ...(await signDocument(job, documentLoader, unsigned)) })
    } catch (error) {
      outcomes.push({ id, ...explain(error) })
    }
  }
  return outcomes
}

async function signDocument(
  job: SigningJob,
  documentLoader: DocumentLoader,
  text: string,
): Promise<{ signed: string; keyId: string }> {
  const unsigned = parseObject(text)
  const issuer = idOf(unsigned['issuer'])
  const key = job.keys.find(({ did }) => did === issuer)
  if (key === undefined) throw new AppError('key-missing', { key: issuer ?? '' })
  const now = new Date(job.now)
  const signed = JSON.stringify(await issueCredential(unsigned, key, { now }))
  await checkSigned(parseObject(signed), unsigned, { now, documentLoader, issuer: key.did })
  if (Math.random() < (job.sampleRate ?? 0)) await askLibrary(parseObject(signed), { now, documentLoader })
  return { signed, keyId: key.keyId }
}

async function checkSigned(
  signed: JsonObject,
  unsigned: JsonObject,
  options: { now: Date; documentLoader: DocumentLoader; issuer: string },
): Promise<void> {
  const { proof: _, ...content } = signed
  if (!isSameJson(content, unsigned))
    throw new AppError('signature-check-failed', { detail: 'content changed' })
  const { verdict, checks } = await verifyCredential(signed, {
    now: options.now,
    documentLoader: options.documentLoader,
    loadStatusList: () => Promise.reject(new AppError('not-found')),
    isKnownIssuer: (did) => did === options.issuer,
    only: [...CHECKS],
  })
  const passed = CHECKS.every((name) =>
    checks.some((check) => check.name === name && check.status === 'passed'),
  )
  if (verdict === 'verified' && passed) return
  const wrong = checks.filter((check) => check.status !== 'passed' && check.status !== 'skipped')
  throw new AppError('signature-check-failed', {
    detail: wrong.map(({ name, code }) => `${name} ${code}`).join(', '),
  })
}

/** Ours agrees with itself; that others agree is what a signature is for. */
async function askLibrary(
  signed: JsonObject,
  options: { now: Date; documentLoader: DocumentLoader },
): Promise<void> {
  if (!(await confirmWithLibrary(signed, options)))
    throw new AppError('signature-check-failed', { detail: 'refused by the library' })
}

function parseObject(text: string): JsonObject {
  const value: unknown = JSON.parse(text)
  if (!isJsonObject(value)) throw new AppError('schema-mismatch', { detail: 'not an object' })
  return value
}

/** Refusals carry their code; anything else is unexpected. A detail never quotes the document: it names a person. */
function explain(error: unknown): { failure: AppErrorCode; detail: string } {
  if (error instanceof VcError) return { failure: error.code, detail: error.reason }
  if (!(error instanceof AppError))
    return { failure: 'unexpected', detail: error instanceof Error ? error.name : '' }
  return { failure: error.code, detail: String(error.params['detail'] ?? '') }
}
