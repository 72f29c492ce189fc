import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import type { AnyCryptosuite } from '@digitalbazaar/data-integrity'
import { from as fromEcdsa } from '@digitalbazaar/ecdsa-multikey'
import { createDiscloseCryptosuite, createSignCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import { from } from '@digitalbazaar/ed25519-multikey'
import { cryptosuite as eddsa } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as stock from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { asList, createDocumentLoader, didKeyDocument, isJsonObject } from '../../server/vc/index.ts'
import type { JsonObject, SigningKey } from '../../server/vc/index.ts'
import { NOW } from './builders.ts'

/** `@digitalbazaar/vc` called as its README shows: what a reader of that page gets. */
export interface StockOptions {
  readonly cryptosuite?: AnyCryptosuite
  /** Documents that are neither contexts nor `did:key`, by URL. */
  readonly documents?: Readonly<Record<string, JsonObject>>
  readonly more?: object
}

const contexts = createDocumentLoader({ resolveDid: () => Promise.resolve(undefined) })

const loaderOf =
  ({ documents = {} }: StockOptions) =>
  async (url: string): Promise<unknown> => {
    if (!url.startsWith('did:')) {
      const document = documents[url]
      return document === undefined ? contexts(url) : { contextUrl: null, documentUrl: url, document }
    }
    const [did = '', fragment] = url.split('#')
    const controller = documents[did] ?? didKeyDocument(did)
    const method = asList(controller.verificationMethod)
      .filter(isJsonObject)
      .find(({ id }) => id === url)
    const document =
      fragment === undefined ? controller : { '@context': 'https://w3id.org/security/multikey/v1', ...method }
    return { contextUrl: null, documentUrl: url, document }
  }

/** Whether stock calls a credential verified. */
export async function stockAccepts(credential: JsonObject, options: StockOptions = {}): Promise<boolean> {
  const { verified } = await stock.verifyCredential({
    credential: structuredClone(credential),
    suite: new DataIntegrityProof({ cryptosuite: options.cryptosuite ?? eddsa }),
    documentLoader: loaderOf(options),
    checkStatus,
    now: NOW,
    ...options.more,
  })
  return verified
}

/** Whether stock calls a presentation verified; rejects where stock does. */
export async function stockAcceptsPresentation(
  presentation: unknown,
  options: StockOptions = {},
): Promise<boolean> {
  const { verified } = await stock.verify({
    presentation: structuredClone(presentation),
    suite: new DataIntegrityProof({ cryptosuite: eddsa }),
    documentLoader: loaderOf(options),
    checkStatus,
    now: NOW,
    ...options.more,
  })
  return verified
}

/** What stock signs, by an Ed25519 key. It is given the very object, not a copy. */
export async function stockIssue(credential: JsonObject, key: SigningKey): Promise<JsonObject> {
  const pair = await from({ type: 'Multikey', id: key.verificationMethod, controller: key.did, ...key })
  const suite = new DataIntegrityProof({ signer: pair.signer(), date: NOW, cryptosuite: eddsa })
  return stockResult(await stock.issue({ credential, suite, documentLoader: loaderOf({}) }))
}

/** A base proof for selective disclosure with the pointers given and no others. */
export async function stockBaseProof(
  credential: JsonObject,
  key: SigningKey,
  mandatoryPointers: string[],
): Promise<JsonObject> {
  const pair = await fromEcdsa({ type: 'Multikey', id: key.verificationMethod, controller: key.did, ...key })
  const cryptosuite = createSignCryptosuite({ mandatoryPointers })
  const suite = new DataIntegrityProof({ signer: pair.signer(), date: NOW, cryptosuite })
  return stockResult(
    await stock.issue({ credential: structuredClone(credential), suite, documentLoader: loaderOf({}) }),
  )
}

/** What stock derives from a credential with such a base proof. */
export async function stockDerive(signed: JsonObject, selectivePointers: string[]): Promise<JsonObject> {
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) })
  const verifiableCredential = structuredClone(signed)
  return stockResult(await stock.derive({ verifiableCredential, suite, documentLoader: loaderOf({}) }))
}

function stockResult(result: unknown): JsonObject {
  if (!isJsonObject(result)) throw new Error('stock made nothing')
  return result
}
