import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** A key ring in a drawer: answers as an authenticator would, and lies when told to. */
export interface SoftwareKey {
  readonly credentialId: string
  /** What it says of its counter with the next signature; it adds one each time unless it keeps no count. */
  counter: number
  register(challenge: string, options?: Answering): object
  sign(challenge: string, options?: Answering): object
}

export interface Answering {
  readonly origin?: string
  readonly rpId?: string
  /** Whether it recognised its owner, not only felt a touch. */
  readonly verified?: boolean
  readonly userHandle?: string | null
  /** Of somebody else, under this key's name. */
  readonly credentialId?: string
  readonly type?: string
}

export const ORIGIN = 'https://passerelle.test'
const RP_ID = 'passerelle.test'

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest()

/** A P-256 key (ES256), with a counter like a security key or without like a synced one. */
export function softwareKey(options: { counts?: boolean } = {}): SoftwareKey {
  const counts = options.counts ?? true
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  const key: SoftwareKey = {
    credentialId: base64url(id),
    counter: 0,
    register(challenge, answering = {}) {
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ])
      const attested = [
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        Buffer.from(isoCBOR.encode(cose as never)),
      ]
      const authData = authenticatorData(answering, key.counter, Buffer.concat(attested))
      const statement = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ])
      return {
        ...envelope(answering),
        response: {
          clientDataJSON: base64url(clientData(answering.type ?? 'webauthn.create', challenge, answering)),
          attestationObject: base64url(isoCBOR.encode(statement as never)),
          transports: ['internal'],
        },
      }
    },
    sign(challenge, answering = {}) {
      if (counts) key.counter += 1
      const authData = authenticatorData(answering, key.counter)
      const client = clientData(answering.type ?? 'webauthn.get', challenge, answering)
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, sha256(client)]))
        .sign(privateKey)
      const { userHandle } = answering
      return {
        ...envelope(answering),
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(authData),
          signature: base64url(signature),
          ...(userHandle === undefined ? {} : { userHandle }),
        },
      }
    },
  }
  const envelope = ({ credentialId = key.credentialId }: Answering) => ({
    id: credentialId,
    rawId: credentialId,
    type: 'public-key',
    clientExtensionResults: {},
  })
  return key
}

function authenticatorData(answering: Answering, counter: number, attested?: Buffer): Buffer {
  const { rpId = RP_ID, verified = true } = answering
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  const flags = 0x01 | (verified ? 0x04 : 0) | (attested === undefined ? 0 : 0x40)
  return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, ...(attested ? [attested] : [])])
}

const clientData = (type: string, challenge: string, { origin = ORIGIN }: Answering): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
