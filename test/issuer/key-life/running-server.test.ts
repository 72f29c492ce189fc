import request from 'supertest'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Organisation } from '../../../server/access/organisations/index.ts'
import { compromiseKey, reissueSigned } from '../../../server/issuer/key-life/index.ts'
import { rotateKey } from '../../../server/issuer/keys/index.ts'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import type { TrainingSessionId } from '../../../server/kernel/ids.ts'
import { signSession } from '../../../server/records/assessments/index.ts'
import { applyImport, readTable } from '../../../server/records/imports/index.ts'
import { issueCredential, type JsonObject } from '../../../server/vc/index.ts'
import { openNetwork, OPERATOR, saidOn, type Network } from '../../support/app-world.ts'
import { verifyIndependently } from '../../support/independent-verifier.ts'

const TITLES = 'Nom;Prénom;Date de naissance;Activité;Structure d’accueil;Pays;Début;Fin;EQUIPE;ADAPTATION'

/**
 * What an employer reads, before and after, of one structure's credentials:
 * `first` was signed with the first key, `kept` with the second one in time, `late` with it when somebody else had it.
 */
describe.each([
  ['did:web', 'https://passeport.example.fr'],
  ['did:key', 'http://passerelle.test'],
])('a key rotated, then declared compromised, in front of a running server (%s)', (method, publicUrl) => {
  let network: Network
  let keyId: string
  let codes: { first: string; kept: string; keptToo: string; late: string; latePassport: string }

  beforeAll(async () => {
    network = await openNetwork({ publicUrl })
    const { services, home, time, signed, open } = network
    time.now = new Date('2026-07-04T09:00:00Z')
    keyId = (await rotateKey(services, OPERATOR, { issuerSlug: home.slug })).active
    await signSession(services, OPERATOR, { sessionId: open.sessionId, attestedBy: 'Karim Le Goff' })
    time.now = new Date('2026-07-06T09:00:00Z')
    const third = await aSession(network, home, 'Morvan;Maëlle;14/02/2005')
    await signSession(services, OPERATOR, { sessionId: third, attestedBy: 'Karim Le Goff' })
    const [kept = '', keptToo = ''] = await codesOf(network, open.sessionId, 'competence')
    codes = {
      first: (await codesOf(network, signed.sessionId, 'competence'))[0] ?? '',
      kept,
      keptToo,
      late: (await codesOf(network, third, 'competence'))[0] ?? '',
      latePassport: (await codesOf(network, third, 'passport'))[0] ?? '',
    }
  })

  const verdictOf = async (code: string) => {
    const answer = await request(network.app).get(`/v/${code}`).set('Accept', 'application/json').expect(200)
    return answer.body as { verdict: string; checks: { name: string; code: string }[]; successor?: string }
  }
  const pageOf = async (code: string): Promise<string> => {
    const headers = { Accept: 'text/html', 'Accept-Language': 'fr' }
    return saidOn(await request(network.app).get(`/v/${code}`).set(headers).expect(200))
  }
  const documentOf = async (code: string): Promise<JsonObject> => {
    const { text } = await request(network.app).get(`/credentials/${code}`).expect(200)
    return JSON.parse(text) as JsonObject
  }
  const strangersSay = async (code: string): Promise<boolean> => {
    const { text } = await request(network.app).get(`/orgs/${network.home.slug}/did.json`)
    const document = JSON.parse(text) as { id: string }
    return verifyIndependently(await documentOf(code), { didDocuments: { [document.id]: document } })
  }

  it('before: everything is verified, whichever key signed it', async () => {
    for (const code of [codes.first, codes.kept, codes.keptToo, codes.late, codes.latePassport]) {
      expect([code, (await verdictOf(code)).verdict]).toEqual([code, 'verified'])
      expect(await pageOf(code)).toMatch(/Maëlle|Zéphyrine|Hippolyte/)
    }
    expect(await strangersSay(codes.kept)).toBe(true)
  })

  it('after: what our register saw in time stays verified, with name and level', async () => {
    const { services, time } = network
    time.now = new Date('2026-07-08T09:00:00Z')
    const since = new Date('2026-07-05T00:00:00Z')
    await compromiseKey(services, OPERATOR, { keyId, since })
    for (const code of [codes.first, codes.kept, codes.keptToo])
      expect([code, (await verdictOf(code)).verdict]).toEqual([code, 'verified'])
    expect(await pageOf(codes.kept)).toMatch(/Zéphyrine|Hippolyte/)
  })

  it('after: what it signed later is not authentic, and its page shows nothing of the content', async () => {
    const { verdict, checks } = await verdictOf(codes.late)
    expect(verdict).toBe('not-authentic')
    expect(checks).toContainEqual(expect.objectContaining({ name: 'proof', code: 'key-compromised' }))
    const page = await pageOf(codes.late)
    expect(page).not.toContain('Maëlle')
    expect(page).toContain('La clé de signature a été déclarée compromise')
    expect((await verdictOf(codes.latePassport)).verdict).toBe('not-authentic')
  })

  it('after: a passport refused for the key of what it holds does not say that somebody changed it', async () => {
    const page = await pageOf(codes.latePassport)
    expect(page).toContain('Sa signature n’est plus reconnue')
    expect(page).not.toContain('Il a été modifié après sa signature')
  })

  it('after: a forgery with a date of before is not authentic, even under a code of ours', async () => {
    const { services, app } = network
    const opened = await services.ring.store.open(keyId)
    if (opened === undefined) throw new Error('the thief has the key')
    const { proof: _, ...content } = await documentOf(codes.kept)
    const did = (content['issuer'] as { id: string }).id
    const key = { did, verificationMethod: `${did}#${keyId}`, publicKeyMultibase: keyId, ...opened }
    const subject = { ...(content['credentialSubject'] as JsonObject), name: 'Arsène Lupin' }
    const forgeries = [
      // another name under our code, one second earlier, and under a code of the thief's own
      { unsigned: { ...content, credentialSubject: subject }, now: '2026-07-04T09:00:00Z' },
      { unsigned: content, now: '2026-07-04T08:59:59Z' },
      { unsigned: { ...content, id: `${publicUrl}/credentials/0123456789AB` }, now: '2026-07-04T09:00:00Z' },
    ]
    for (const { unsigned, now } of forgeries) {
      const forged = await issueCredential(unsigned, key, { now: new Date(now) })
      const answer = await request(app).post('/credentials/verify').send({ verifiableCredential: forged })
      expect((answer.body as { verified: boolean }).verified).toBe(false)
      expect(answer.text).toContain('key-compromised')
    }
  })

  it('after: what stays verified can still be withdrawn, and takes nothing with it', async () => {
    const { services } = network
    await revokeCredential(services, OPERATOR, { credential: codes.keptToo, reason: 'other' })
    expect((await verdictOf(codes.keptToo)).verdict).toBe('revoked')
    for (const code of [codes.first, codes.kept])
      expect([code, (await verdictOf(code)).verdict]).toEqual([code, 'verified'])
  })

  it('after: other people’s software refuses all that the key signed, where it can know', async () => {
    expect(await strangersSay(codes.first)).toBe(true)
    expect(await strangersSay(codes.kept)).toBe(method === 'did:key')
  })

  it('then: it is signed again; the old papers lead to the new ones, which everybody verifies', async () => {
    const { services } = network
    const again = await reissueSigned(services, OPERATOR, { keyId })
    expect(again).toMatchObject({ failed: 0, left: 0 })
    const { verdict, successor = '' } = await verdictOf(codes.kept)
    expect(verdict).toBe('superseded')
    const newCode = successor.slice(successor.lastIndexOf('/') + 1)
    expect((await verdictOf(newCode)).verdict).toBe('verified')
    expect(await strangersSay(newCode)).toBe(true)
    expect((await verdictOf(codes.first)).verdict).toBe('verified')
    // nothing of the late ones can be believed; what took their place can
    const late = await verdictOf(codes.late)
    expect(late.verdict).toBe('not-authentic')
    const lateCode = (late.successor ?? '').split('/').at(-1) ?? ''
    expect((await verdictOf(lateCode)).verdict).toBe('verified')
    expect(await pageOf(codes.late)).toContain('Voir la version à jour')
    expect(await reissueSigned(services, OPERATOR, { keyId })).toMatchObject({ signed: 0, left: 0 })
  })
})

/** One more return session of a structure, with one young person in it. */
async function aSession(
  { services }: Network,
  { id }: Organisation,
  who: string,
): Promise<TrainingSessionId> {
  const row = `${who};Stage;Tischlerei Adventure;Allemagne;05/01/2026;27/03/2026;3;2`
  const { sessionId } = await applyImport(services, OPERATOR, {
    table: readTable(Buffer.from([TITLES, row].join('\n'))),
    session: {
      kind: 'new',
      sessionKind: 'return',
      locale: 'fr',
      organisationId: id,
      title: 'Retour de juillet',
    },
  })
  return sessionId
}

function codesOf({ db }: Network, sessionId: string, kind: string): Promise<string[]> {
  return db('credentials').where({ session_id: sessionId, kind }).orderBy('award_key').pluck('code')
}
