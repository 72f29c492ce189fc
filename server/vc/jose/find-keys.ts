import { authoriseMethod, resolveVerificationMethod } from '../data-integrity/resolve-verification-method.ts'
import type { MethodRefusal, ResolvedMethod } from '../data-integrity/resolve-verification-method.ts'
import type { DocumentLoader } from '../json-ld/document-loader.ts'
import { asList, idOf } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'
import { jwkOfMethod, readJwk } from './public-jwk.ts'
import type { PublicJwk } from './public-jwk.ts'

/** The keys that may have signed a token. */
export interface TokenKeys {
  /** Those that its issuer's own document lets speak for it. */
  readonly ofIssuer: readonly PublicJwk[]
  /**
   * The one that came with the token, in its header or at an address of its own. Anybody can bring a key: it shows that
   * nothing was changed since whoever holds it signed, and nothing about who that is.
   */
  readonly brought: PublicJwk | undefined
  /** Why the issuer's keys are not known; `failed` when they are, and the key that the token names is none of them. */
  readonly refusal: MethodRefusal | undefined
}

export interface KeyOptions {
  readonly documentLoader: DocumentLoader
  readonly now: Date
}

const MAX_KEYS = 20

/** Looks for the key of a token where its issuer says who speaks for it (Controlled Identifiers 1.0), and nowhere else. */
export async function findKeys(
  { kid, jwk }: JsonObject,
  issuer: string,
  options: KeyOptions,
): Promise<TokenKeys> {
  const named = typeof kid === 'string' && kid.length <= 2000 ? kid : undefined
  if (named !== undefined && /^(did|https):[^#]+#./.test(named)) {
    const found = await findNamed(named, issuer, options)
    if ('source' in found) return { ofIssuer: keysOf([found]), brought: undefined, refusal: undefined }
    // an address of https may lead to something that is no document of a controller
    if (named.startsWith('did:')) return { ofIssuer: [], brought: undefined, refusal: found }
  }
  const { methods, refusal } = await findAll(issuer, options)
  const brought = readJwk(jwk) ?? (methods.length > 0 ? undefined : await keyAt(named, options))
  return { ofIssuer: keysOf(methods), brought, refusal }
}

const keysOf = (methods: readonly ResolvedMethod[]): PublicJwk[] =>
  methods.map(({ source }) => jwkOfMethod(source)).filter((jwk) => jwk !== undefined)

/** The method of this name, where it is the issuer's, or the issuer lists it as if it were. */
async function findNamed(
  url: string,
  issuer: string,
  options: KeyOptions,
): Promise<ResolvedMethod | MethodRefusal> {
  const found = await resolveVerificationMethod(url, 'assertionMethod', options)
  if ('code' in found || found.controller === issuer) return found
  return (await authoriseMethod(issuer, url, 'assertionMethod', options)) ?? found
}

/** Every key by which the issuer asserts: a name that is none of ours to read (`key-1`) need not be one of them. */
async function findAll(
  issuer: string,
  options: KeyOptions,
): Promise<{ methods: readonly ResolvedMethod[]; refusal: MethodRefusal | undefined }> {
  const unknown: MethodRefusal = {
    status: 'unavailable',
    code: 'did-not-resolved',
    detail: issuer.slice(0, 200),
  }
  if (!/^(did|https):/.test(issuer)) return { methods: [], refusal: unknown }
  const document = await options.documentLoader(issuer).catch(() => undefined)
  const listed = asList(document?.document.assertionMethod).slice(0, MAX_KEYS)
  // a profile of Open Badges at an https address says who somebody is, and not by which keys they sign
  if (document === undefined || document.document.id !== issuer || listed.length === 0)
    return { methods: [], refusal: unknown }
  const methods: ResolvedMethod[] = []
  for (const entry of listed) {
    const id = idOf(entry) ?? ''
    const url = id.startsWith('#') ? issuer + id : id
    const found = await resolveVerificationMethod(url, 'assertionMethod', options)
    // one of another document counts where that document has it (2.3): the issuer lists it here
    if ('source' in found) methods.push(found)
  }
  return { methods, refusal: undefined }
}

/** Open Badges 3.0, 8.5: a key may stand by itself at an address. */
async function keyAt(
  url: string | undefined,
  { documentLoader }: KeyOptions,
): Promise<PublicJwk | undefined> {
  if (url?.startsWith('https:') !== true) return undefined
  const found = await documentLoader(url).catch(() => undefined)
  return readJwk(found?.document)
}
