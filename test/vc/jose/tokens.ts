import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { isJsonObject, type JsonObject } from '../../../server/vc/index.ts'
import { competence } from '../builders.ts'

/** A key of somebody else, with the identifier that is made of it (did:jwk). */
export async function tokenKey(alg = 'EdDSA') {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  const jwk: unknown = JSON.parse(JSON.stringify(await exportJWK(publicKey)))
  if (!isJsonObject(jwk)) throw new Error()
  const did = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`
  return { alg, privateKey, publicKey, jwk, did, kid: `${did}#0` }
}
export type TokenKey = Awaited<ReturnType<typeof tokenKey>>

/** Signs this payload. Whatever stands in `header` takes the place of the usual. */
export function signToken(
  payload: JsonObject,
  key: TokenKey,
  header: Record<string, unknown> = {},
): Promise<string> {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: key.alg, typ: 'vc+jwt', kid: key.kid, ...header })
    .sign(key.privateKey)
}

/** A token as nobody would sign it: its parts as they are given. */
export function rawToken(header: object, payload: object, signature = 'c2lnbmF0dXJl'): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part(header)}.${part(payload)}.${signature}`
}

/** A competence in the older data model, as `vc` of its token has it: what the claims say is left out. */
export function competenceOf1(issuer: string, changes: JsonObject = {}): JsonObject {
  const { '@context': _context, validFrom: _from, issuer: _issuer, id: _id, ...rest } = competence(issuer)
  return {
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
    ],
    ...rest,
    issuer: { id: issuer, type: ['Profile'], name: 'Universidad' },
    ...changes,
  }
}
