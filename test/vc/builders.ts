import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { from } from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import {
  CLR_CONTEXT,
  CREDENTIALS_V2,
  OPEN_BADGES_CONTEXT,
  asList,
  createDocumentLoader,
  didKeyDocument,
  didKeyOf,
  encodeList,
  generateKeyPair,
  issueCredential,
  newBitstring,
  setBit,
  unsignedStatusList,
  verificationMethodOf,
} from '../../server/vc/index.ts'
import type {
  Check,
  CheckName,
  JsonObject,
  KeyType,
  SigningKey,
  VerifyOptions,
} from '../../server/vc/index.ts'

/** The day on which these tests happen. */
export const NOW = new Date('2026-07-01T10:00:00Z')
export const LIST_URL = 'https://passerelle.example/status/1'
export const STATUS_INDEX = 94_567

export async function newKey(
  did?: string,
  type?: KeyType,
): Promise<SigningKey & { secretKeyMultibase: string }> {
  const pair = await generateKeyPair(type)
  const owner = did ?? didKeyOf(pair.publicKeyMultibase)
  return { did: owner, verificationMethod: verificationMethodOf(owner, pair.publicKeyMultibase), ...pair }
}

/** A competence a young person brought back, as Passerelle writes it. */
export function competence(issuer: string, changes: JsonObject = {}): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_CONTEXT],
    id: 'https://passerelle.example/credentials/7K3F9QXW2M4T',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Travailler en équipe',
    issuer: { id: issuer, type: ['Profile'], name: 'Mission locale de la Marche' },
    validFrom: '2026-06-30T00:00:00Z',
    awardedDate: '2026-06-30T00:00:00Z',
    credentialSubject: {
      id: 'urn:uuid:3f1b6f3e-8c0e-4b75-9a3a-b6a4f7f0c111',
      type: ['AchievementSubject'],
      name: 'Inès Martin',
      activityStartDate: '2026-03-02T00:00:00Z',
      activityEndDate: '2026-05-29T00:00:00Z',
      achievement: {
        id: 'https://passerelle.example/achievements/EQUIPE',
        type: ['Achievement'],
        achievementType: 'Competency',
        inLanguage: 'fr',
        name: 'Travailler en équipe',
        description: 'Trouver sa place dans un groupe de travail.',
        criteria: { narrative: 'Une personne qui a vu le travail le confirme.' },
        resultDescription: [
          {
            id: 'https://passerelle.example/achievements/EQUIPE#attested',
            type: ['ResultDescription'],
            name: 'Attesté',
            resultType: 'RubricCriterionLevel',
          },
        ],
      },
      result: [
        {
          type: ['Result'],
          resultDescription: 'https://passerelle.example/achievements/EQUIPE#attested',
          value: '3',
        },
      ],
    },
    evidence: [
      { type: ['Evidence'], name: 'Observation', narrative: 'A aidé une collègue arrivée après elle.' },
    ],
    ...changes,
  }
}

export const statusEntry = (changes: JsonObject = {}): JsonObject => ({
  id: `${LIST_URL}#${STATUS_INDEX}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: String(STATUS_INDEX),
  statusListCredential: LIST_URL,
  ...changes,
})

/** The passport: a signed collection of signed credentials. */
export const passport = (issuer: string, members: JsonObject[]): JsonObject => ({
  '@context': [CREDENTIALS_V2, CLR_CONTEXT, OPEN_BADGES_CONTEXT],
  id: 'https://passerelle.example/credentials/0PASSP0RT001',
  type: ['VerifiableCredential', 'ClrCredential'],
  name: 'Passeport de mobilité',
  issuer: { id: issuer, type: ['Profile'], name: 'Plateforme régionale' },
  validFrom: '2026-06-30T00:00:00Z',
  credentialSubject: {
    id: 'urn:uuid:3f1b6f3e-8c0e-4b75-9a3a-b6a4f7f0c111',
    type: ['ClrSubject'],
    name: 'Inès Martin',
    verifiableCredential: members,
  },
})

export const sign = (unsigned: JsonObject, key: SigningKey): Promise<JsonObject> =>
  issueCredential(unsigned, key, { now: NOW })

/**
 * Signs whatever it is given, with any members in the proof: what a careless or hostile signer would do. The documents
 * our own `issueCredential` refuses to make are made here. `over` are the proofs that the new one covers, in a chain.
 */
export async function signCarelessly(
  document: JsonObject,
  key: SigningKey,
  options: { proof?: JsonObject; purpose?: string; over?: JsonObject[] } = {},
): Promise<JsonObject> {
  const { proof: before, ...unsecured } = document
  const pair = await from({ type: 'Multikey', id: key.verificationMethod, controller: key.did, ...key })
  const suite = new DataIntegrityProof({ signer: pair.signer(), date: NOW, cryptosuite })
  if (options.proof !== undefined) suite.proof = options.proof
  const proof = await suite.createProof({
    document: options.over === undefined ? unsecured : { ...unsecured, proof: options.over },
    purpose: {
      update: (made) => Promise.resolve({ ...made, proofPurpose: options.purpose ?? 'assertionMethod' }),
    },
    proofSet: [],
    documentLoader: createDocumentLoader({ resolveDid: () => Promise.resolve(undefined) }),
  })
  return { ...unsecured, proof: before === undefined ? proof : [...asList(before), proof] }
}

/** A signed status list, with some bits set. `changes` go into the list before it is signed. */
export async function statusList(
  key: SigningKey,
  options: { set?: readonly number[]; purpose?: 'revocation' | 'suspension'; changes?: JsonObject } = {},
): Promise<JsonObject> {
  const bits = newBitstring()
  for (const index of options.set ?? []) setBit(bits, index, true)
  const list = unsignedStatusList({
    id: LIST_URL,
    issuer: key.did,
    purpose: options.purpose ?? 'revocation',
    encodedList: await encodeList(bits),
    validFrom: new Date('2026-06-01T00:00:00Z'),
  })
  return sign({ ...list, ...options.changes }, key)
}

/** A verifier that knows everybody, resolves `did:key`, and has no network. */
export function verifyOptions(changes: Partial<VerifyOptions> = {}): VerifyOptions {
  return {
    now: NOW,
    documentLoader: createDocumentLoader({ resolveDid: (did) => Promise.resolve(didKeyDocument(did)) }),
    loadStatusList: () => Promise.reject(new Error('no network here')),
    isKnownIssuer: () => true,
    ...changes,
  }
}

export const serving = (list: JsonObject): Partial<VerifyOptions> => ({
  loadStatusList: () => Promise.resolve(list),
})

/** Code of the first check of this name. */
export const codeOf = (checks: readonly Check[], name: CheckName): string | undefined =>
  checks.find((check) => check.name === name)?.code

/** A deep copy in which the value at `path` is another one. */
export function changed(
  document: JsonObject,
  path: readonly (string | number)[],
  value: unknown,
): JsonObject {
  const copy = structuredClone(document)
  let node: Record<string | number, unknown> = copy
  for (const step of path.slice(0, -1)) node = node[step] as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  if (value === undefined) Reflect.deleteProperty(node, last)
  else node[last] = value
  return copy
}
