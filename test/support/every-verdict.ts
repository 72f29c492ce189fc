import type { Services } from '../../server/compose.ts'
import { compromiseKey } from '../../server/issuer/key-life/index.ts'
import type { CredentialId } from '../../server/kernel/ids.ts'
import { issueCredential, isJsonObject, type JsonObject, type SigningKey } from '../../server/vc/index.ts'
import { newKey } from '../vc/builders.ts'
import type { DemoServer } from './demo-server.ts'

/** All that the page of a code can say: the verdicts, and those that have words of their own beside. */
export const VERDICT_CASES = [
  'verified',
  'not-yet-valid',
  'expired',
  'suspended',
  'superseded',
  'revoked',
  'issuer-unknown',
  'not-authentic',
  'unverifiable-now',
  'private',
  'not-found',
  'erased',
  'compromised',
] as const
export type VerdictCase = (typeof VERDICT_CASES)[number]

/** Whose passport comes to which end; the others stay as the demonstration made them. */
const WHOSE: Readonly<Record<Exclude<VerdictCase, 'not-found'>, string>> = {
  verified: 'Inès Benali',
  'not-yet-valid': 'Aya Diarra',
  expired: 'Ewen O’Connell',
  suspended: 'Jade Martin-Duval',
  superseded: 'Lina Álvarez',
  revoked: 'Malo Kerouac',
  'issuer-unknown': 'Noé Petit',
  'not-authentic': 'Sara Traoré',
  'unverifiable-now': 'Théo Girard',
  private: 'Thị Ánh Nguyễn',
  erased: 'Tom Le Goff',
  compromised: 'Yanis Rahmani',
}

/** A code that nobody was given. */
const NOBODYS_CODE = '000000000000'
const DAY = 86_400_000

/** Brings the demonstration's passports to every end there is: the code of one for each. */
export async function makeEveryVerdict(server: DemoServer): Promise<Record<VerdictCase, string>> {
  const codeOf = (verdict: keyof typeof WHOSE): string => {
    const found = server.files.passports.find(({ learner }) => learner === WHOSE[verdict])
    if (found === undefined) throw new Error(`the demonstration knows no ${WHOSE[verdict]}`)
    return found.code
  }
  await server.run('suspend', codeOf('suspended'), '--reason', 'content-check')
  await server.run('revoke', codeOf('revoked'), '--reason', 'content-wrong')
  await server.beside(async (services) => {
    await keepPrivate(services, codeOf('private'))
    await replace(services, codeOf('superseded'), codeOf('verified'))
    await erase(services, codeOf('erased'))
    const now = Date.now()
    await signAgain(services, codeOf('not-yet-valid'), { validFrom: isoDay(now + 30 * DAY) })
    await signAgain(services, codeOf('expired'), {
      validFrom: isoDay(now - 400 * DAY),
      validUntil: isoDay(now - 30 * DAY),
    })
    await signAgain(services, codeOf('unverifiable-now'), { credentialStatus: unreachableStatus() })
    await signAgain(services, codeOf('issuer-unknown'), {}, await newKey())
    await forge(services, codeOf('not-authentic'))
    await distrust(services, codeOf('compromised'))
  })
  const codes = Object.fromEntries(
    VERDICT_CASES.map((verdict) => [verdict, verdict === 'not-found' ? NOBODYS_CODE : codeOf(verdict)]),
  )
  return codes as Record<VerdictCase, string>
}

const isoDay = (time: number): string => `${new Date(time).toISOString().slice(0, 10)}T00:00:00Z`

const credentials = ({ db }: Services, code: string) => db('credentials').where({ code })

async function keepPrivate(services: Services, code: string): Promise<void> {
  const [learnerId] = await credentials(services, code).pluck<string[]>('learner_id')
  await services
    .db('youth_choices')
    .insert({ learner_id: learnerId, kept_private_at: new Date().toISOString() })
    .onConflict('learner_id')
    .merge()
}

async function replace(services: Services, code: string, by: string): Promise<void> {
  const [id] = await credentials(services, by).pluck<CredentialId[]>('id')
  await credentials(services, code).update({ superseded_by: id })
}

async function erase(services: Services, code: string): Promise<void> {
  await credentials(services, code).update({ signed: null, erased_at: new Date().toISOString() })
}

async function signedBy(services: Services, code: string): Promise<JsonObject> {
  const [signed = 'null'] = await credentials(services, code).pluck<string[]>('signed')
  const document: unknown = JSON.parse(signed)
  if (!isJsonObject(document)) throw new Error(`nothing signed at ${code}`)
  return document
}

const keep = (services: Services, code: string, document: JsonObject) =>
  credentials(services, code).update({ signed: JSON.stringify(document) })

/** The same passport, saying something else of itself; by somebody else, if there is a key. */
async function signAgain(
  services: Services,
  code: string,
  changes: JsonObject,
  stranger?: SigningKey,
): Promise<void> {
  const { proof: _former, credentialStatus, ...unsigned } = await signedBy(services, code)
  const ours = await services.ring.issuerFor(services.db, null)
  const key = stranger ?? (await services.ring.signingKey(services.db, ours.id))
  const issuer = { ...Object(unsigned['issuer']), id: key.did } as JsonObject
  // a list of ours speaks of no document of another
  const status = stranger === undefined && credentialStatus !== undefined ? { credentialStatus } : {}
  await keep(
    services,
    code,
    await issueCredential({ ...unsigned, ...status, issuer, ...changes }, key, { now: services.clock.now() }),
  )
}

/** A list on a server that is not there. */
const unreachableStatus = (): JsonObject => ({
  id: 'https://127.0.0.1:9/status/1#1',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '1',
  statusListCredential: 'https://127.0.0.1:9/status/1',
})

async function forge(services: Services, code: string): Promise<void> {
  const document = await signedBy(services, code)
  await keep(services, code, { ...document, name: 'Passeport de capitaine' })
}

/** The platform's key was stolen, and nothing shows that this one was signed before. */
async function distrust(services: Services, code: string): Promise<void> {
  const { db } = services
  const ours = await services.ring.issuerFor(db, null)
  const { keyId } = await services.ring.signingKey(db, ours.id)
  await compromiseKey(services, { kind: 'system', name: 'test' }, { keyId, since: services.clock.now() })
  await credentials(services, code).update({ signed_at: '2100-01-01T00:00:00Z' })
}
