import { AppError, type AppErrorCode } from '../../kernel/errors.ts'
import { idOf, isJsonObject, type JsonObject } from '../../vc/index.ts'
import type { RingKey } from '../keys/index.ts'
import type { SigningJob } from '../signing/index.ts'
import type { IssuanceDeps } from './issuance-deps.ts'

/**
 * Everything a thread needs to sign these documents. The key is the one of the DID each document names, not simply the
 * active one: a rotation may have happened since it was asked for. A key that is missing, or was compromised, is left out;
 * the documents that need it then fail with `key-missing` and wait, the others are signed.
 */
export async function prepareJob(
  deps: Pick<IssuanceDeps, 'db' | 'ring' | 'clock' | 'watch'>,
  documents: SigningJob['documents'],
): Promise<SigningJob> {
  const keys: RingKey[] = []
  const didDocuments: JsonObject[] = []
  for (const did of new Set(documents.map(({ unsigned }) => issuerIn(unsigned)))) {
    const key =
      did === undefined ? undefined : await deps.ring.signingKeyOfDid(deps.db, did).catch(unlessMissing)
    const document = key && (await deps.ring.resolveDid(deps.db, key.did))
    if (key === undefined || document === undefined) continue
    keys.push(key)
    didDocuments.push(document)
  }
  const sampleRate = deps.watch?.sampleRate ?? 0
  return { now: deps.clock.now().toISOString(), keys, didDocuments, documents, sampleRate }
}

function issuerIn(unsigned: string): string | undefined {
  const document: unknown = JSON.parse(unsigned)
  return isJsonObject(document) ? idOf(document['issuer']) : undefined
}

const UNUSABLE: ReadonlySet<AppErrorCode> = new Set<AppErrorCode>([
  'key-missing',
  'key-compromised',
  'key-token-unavailable',
  'key-token-locked',
])

function unlessMissing(error: unknown): undefined {
  if (error instanceof AppError && UNUSABLE.has(error.code)) return undefined
  throw error
}
