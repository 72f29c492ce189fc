import { describe, expect, it } from 'vitest'
import { completeIssuance, requestIssuance, resumeIssuance } from '../../../server/issuer/issuance/index.ts'
import { rotateKey } from '../../../server/issuer/keys/index.ts'
import { listCredentialsSignedBy, reissueSession } from '../../../server/issuer/reissue/index.ts'
import {
  liftSuspension,
  revokeCredential,
  suspendCredential,
} from '../../../server/issuer/revocation/index.ts'
import { AppError } from '../../../server/kernel/errors.ts'
import { newId, type CredentialId, type TrainingSessionId } from '../../../server/kernel/ids.ts'
import { idOf, readStatusEntries, type JsonObject } from '../../../server/vc/index.ts'
import { verifyByCode } from '../../../server/verifier/verification/index.ts'
import { issuePassport, openWorld, SYSTEM } from '../../verifier/verifying-world.ts'
import {
  actionsOf,
  aLearner,
  anAttendance,
  aPassport,
  aStructure,
  someone,
  verifyStored,
} from '../issuing-world.ts'
import { documentOf, passportOf, reissue, request, rowOfCode, rows, successorOf } from './reissue-world.ts'

/** A signed passport, and the row of its first competence. */
async function issued() {
  const world = await openWorld()
  const passport = await issuePassport(world)
  const old = await rowOfCode(world, passport.competences[0]?.code ?? '')
  return { world, passport, old, input: { credentialIds: [old.id], reason: 'renewal' } as const }
}

const subjectOf = (document: JsonObject): JsonObject => document['credentialSubject'] as JsonObject

describe('a credential that is issued anew', () => {
  it('says the same under a new code, with status entries of its own, signed today', async () => {
    const { world, old, input } = await issued()
    world.clock.set('2026-09-01T10:00:00Z')
    await reissue(world, input)
    const renewed = await successorOf(world, old.id)
    expect(renewed.code).not.toBe(old.code)
    expect((await verifyStored(world, renewed.signed)).verdict).toBe('verified')
    const [before, after] = [documentOf(old), documentOf(renewed)]
    expect(after['id']).toBe(`${world.publicUrl}/credentials/${renewed.code}`)
    expect([before['validFrom'], after['validFrom']]).toEqual([
      '2026-07-03T09:00:00Z',
      '2026-09-01T10:00:00Z',
    ])
    expect(after['awardedDate']).toBe(before['awardedDate'])
    expect(readStatusEntries(after)).not.toEqual(readStatusEntries(before))
    // all the rest word for word, its own parts named after the new id
    const sameId = JSON.stringify(before).replaceAll(idOf(before) ?? '', idOf(after) ?? '')
    for (const field of ['name', 'issuer', 'credentialSubject', 'evidence', '@context', 'type'])
      expect([field, after[field]]).toEqual([field, (JSON.parse(sameId) as JsonObject)[field]])
  })

  it('takes the place of the old one when, and only when, it is signed', async () => {
    const { world, passport, old, input } = await issued()
    const batch = await request(world, input)
    expect((await verifyByCode(world, old.code)).verdict).toBe('verified')
    await completeIssuance(world, { batchId: batch.batchId })
    const renewed = await successorOf(world, old.id)
    expect(await verifyByCode(world, old.code)).toMatchObject({
      verdict: 'superseded',
      successor: `${world.publicUrl}/v/${renewed.code}`,
    })
    expect((await rowOfCode(world, old.code)).revoked_at).toBeNull()
    // and the passport is made anew around it
    const newest = await passportOf(world, passport.learner.id)
    expect(newest.code).not.toBe(passport.code)
    const members = subjectOf(documentOf(newest))['verifiableCredential'] as JsonObject[]
    expect(members.map(({ id }) => id)).toContain(documentOf(renewed)['id'])
    expect(members.map(({ id }) => id)).not.toContain(documentOf(old)['id'])
    expect(members).toHaveLength(4)
    expect(await verifyByCode(world, passport.code)).toMatchObject({
      verdict: 'superseded',
      successor: `${world.publicUrl}/v/${newest.code}`,
    })
  })

  it('is one, however often and by however many it is asked for', async () => {
    const { world, old, input } = await issued()
    await Promise.all([request(world, input), request(world, input)])
    await request(world, input)
    await Promise.all([completeIssuance(world), completeIssuance(world)])
    expect((await rows(world)).filter(({ replaces }) => replaces === old.id)).toHaveLength(1)
    expect((await rows(world)).filter(({ signed }) => signed === null)).toEqual([])
    // what is replaced already is not replaced again
    await expect(request(world, input)).rejects.toMatchObject({ code: 'nothing-to-correct' })
  })

  it('is signed by the next start when its signing was cut short, the passport waiting for it', async () => {
    const { world, passport, old, input } = await issued()
    const ring = { ...world.ring, signingKeyOfDid: keyOnlyOfPlatform(world) }
    const batch = await request(world, input)
    const cut = await completeIssuance({ ...world, ring }, { batchId: batch.batchId })
    expect(cut).toEqual({ signed: 0, failed: 2 })
    expect((await verifyByCode(world, passport.code)).verdict).toBe('verified')
    expect(await resumeIssuance(world)).toEqual({ signed: 2, failed: 0 })
    expect((await successorOf(world, old.id)).signed).not.toBeNull()
    expect((await passportOf(world, passport.learner.id)).code).not.toBe(passport.code)
  })

  it('leads from the first paper to the newest through any number of successors', async () => {
    const { world, old, input } = await issued()
    await reissue(world, input)
    const second = await successorOf(world, old.id)
    await reissue(world, { ...input, credentialIds: [second.id] })
    const third = await successorOf(world, second.id)
    for (const code of [old.code, second.code])
      expect(await verifyByCode(world, code)).toMatchObject({
        verdict: 'superseded',
        successor: `${world.publicUrl}/v/${third.code}`,
      })
    expect((await verifyByCode(world, third.code)).verdict).toBe('verified')
    expect(third.award_key.split('~')).toHaveLength(2)
  })

  it('is written in the audit trail with whom it replaces', async () => {
    const { world, old, input } = await issued()
    const { batchId } = await reissue(world, input)
    const renewed = await successorOf(world, old.id)
    expect(await actionsOf(world.db, renewed.id)).toEqual(['credential.requested', 'credential.signed'])
    expect(await actionsOf(world.db, batchId)).toEqual(['credentials.reissue-requested'])
  })
})

describe('a corrected credential', () => {
  it('changes what was wrong and nothing else, and withdraws the old one for everybody', async () => {
    const { world, passport, old } = await issued()
    const change = {
      name: 'Inès Ben Ali',
      level: '4',
      observation: 'Anime le chantier.',
      attestedBy: 'Maud Le Bris',
    } as const
    await reissue(world, {
      credentialIds: [old.id],
      reason: 'correction',
      changes: new Map([[old.id, change]]),
      names: new Map([[passport.learner.id, 'Inès Ben Ali']]),
    })
    const corrected = documentOf(await successorOf(world, old.id))
    const subject = subjectOf(corrected)
    expect(subject['name']).toBe('Inès Ben Ali')
    expect(subject['identifier']).toMatchObject([{ identityHash: 'Inès Ben Ali' }])
    expect(subject['result']).toMatchObject([
      { achievedLevel: expect.stringMatching(/attested-4$/) as string },
    ])
    expect(corrected['issuer']).toMatchObject({ official: 'Maud Le Bris' })
    expect(corrected['evidence']).toMatchObject([
      { narrative: 'Anime le chantier.', name: expect.stringContaining('Maud Le Bris') as string },
      { genre: 'Fieldwork' },
    ])
    expect(subject['source']).toEqual(
      JSON.parse(
        JSON.stringify(subjectOf(documentOf(old))['source']).replaceAll(
          idOf(documentOf(old)) ?? '',
          idOf(corrected) ?? '',
        ),
      ),
    )
    // others see a withdrawal by the status list; we lead to the right one, and show nothing of the wrong one
    expect((await verifyStored(world, old.signed)).verdict).toBe('revoked')
    expect(await rowOfCode(world, old.code)).toMatchObject({ revocation_reason: 'content-wrong' })
    expect((await verifyByCode(world, old.code)).verdict).toBe('superseded')
    // the passport that told it goes the same way, once the new one is there
    expect(await rowOfCode(world, passport.code)).toMatchObject({ revocation_reason: 'content-wrong' })
    const newest = await passportOf(world, passport.learner.id)
    expect(subjectOf(documentOf(newest))['name']).toBe('Inès Ben Ali')
    expect((await verifyByCode(world, newest.code)).verdict).toBe('verified')
  })

  it('makes each status list signed once more, however many bits changed', async () => {
    const { world, passport } = await issued()
    const all = (await rows(world)).filter(({ kind }) => kind !== 'passport')
    const lists = () => world.db('status_lists').orderBy('id').select('revision', 'signed_revision')
    await reissue(world, { credentialIds: all.map(({ id }) => id), reason: 'correction' })
    expect(await lists()).toEqual([
      { revision: 1, signed_revision: 1 },
      { revision: 1, signed_revision: 1 },
    ])
    expect((await passportOf(world, passport.learner.id)).signed).not.toBeNull()
  })

  it('may lose its observation', async () => {
    const { world, old } = await issued()
    const changes = new Map([[old.id, { observation: null }]])
    await reissue(world, { credentialIds: [old.id], reason: 'correction', changes })
    expect(JSON.stringify(documentOf(await successorOf(world, old.id)))).not.toContain('plan d’un escalier')
  })

  it('is refused a level that its competence does not have', async () => {
    const { world, old } = await issued()
    const changes = new Map([[old.id, { level: 'B2' as const }]])
    await expect(
      request(world, { credentialIds: [old.id], reason: 'correction', changes }),
    ).rejects.toMatchObject({ code: 'schema-mismatch' })
    expect((await rows(world)).filter(({ signed }) => signed === null)).toEqual([])
  })

  it('waits while something of the person waits for its signature', async () => {
    const { world, passport, old } = await issued()
    await world.db.transaction((trx) =>
      requestIssuance(trx, world, SYSTEM, [anAttendance(passport.organisationId, passport.learner, 'later')]),
    )
    await expect(request(world, { credentialIds: [old.id], reason: 'correction' })).rejects.toMatchObject({
      code: 'correction-pending',
    })
  })

  it('is refused when somebody withdrew or corrected it meanwhile', async () => {
    const { world, old } = await issued()
    await revokeCredential(world, SYSTEM, { credential: old.id, reason: 'holder-request' })
    await expect(request(world, { credentialIds: [old.id], reason: 'correction' })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
  })
})

describe('what happens to the old one while the new one waits', () => {
  it('a withdrawal stays: the successor is withdrawn as soon as it is signed', async () => {
    const { world, old, input } = await issued()
    const { batchId } = await request(world, input)
    await revokeCredential(world, SYSTEM, { credential: old.id, reason: 'holder-request' })
    await completeIssuance(world, { batchId })
    expect(await successorOf(world, old.id)).toMatchObject({ revocation_reason: 'holder-request' })
    expect((await verifyByCode(world, old.code)).verdict).toBe('revoked')
  })

  it('a suspension goes with it, asked for before or after', async () => {
    const { world, old, input, passport } = await issued()
    const both = { ...world, statusPurposes: ['revocation', 'suspension'] as const }
    await suspendCredential(world, SYSTEM, { credential: old.id, reason: 'content-check' })
    const { batchId } = await request(both, input)
    const other = await rowOfCode(world, passport.competences[1]?.code ?? '')
    const second = await request(both, { ...input, credentialIds: [other.id] })
    await suspendCredential(world, SYSTEM, { credential: other.id, reason: 'content-check' })
    for (const id of [batchId, second.batchId]) await completeIssuance(both, { batchId: id })
    for (const { id } of [old, other]) {
      const renewed = await successorOf(world, id)
      expect(renewed.suspended_at).not.toBeNull()
      expect((await verifyStored(world, renewed.signed)).verdict).toBe('suspended')
      await liftSuspension(world, SYSTEM, { credential: renewed.id })
      expect((await verifyStored(world, renewed.signed)).verdict).toBe('verified')
    }
  })
})

describe('who may ask for it', () => {
  it('a trainer of the structure for a correction, its coordinator and the platform’s admin for the rest', async () => {
    const { world, passport, old, input } = await issued()
    const elsewhere = await aStructure(world.db, 'cfa-du-puy')
    const correction = { ...input, reason: 'correction' } as const
    for (const [actor, wanted] of [
      [someone(elsewhere, 'coordinator'), correction],
      [someone(elsewhere, 'coordinator'), input],
      [someone(passport.organisationId, 'trainer'), input],
    ] as const)
      await expect(request(world, wanted, actor)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(request(world, { ...input, credentialIds: [newId()] })).rejects.toMatchObject({
      code: 'not-found',
    })
    await reissue(world, correction, someone(passport.organisationId, 'trainer'))
    const renewed = await successorOf(world, old.id)
    await reissue(
      world,
      { ...input, credentialIds: [renewed.id] },
      someone(passport.organisationId, 'coordinator'),
    )
    const admin = { ...someone(elsewhere, 'trainer'), admin: true }
    const again = await successorOf(world, renewed.id)
    await reissue(world, { ...input, credentialIds: [again.id] }, admin)
    expect((await verifyByCode(world, old.code)).verdict).toBe('superseded')
  })
})

describe('the rest of what a key signed', () => {
  it('is what stands of it, passports included, and can be signed anew with the key of today', async () => {
    const { world, passport } = await issued()
    const [first] = (await rows(world)).filter(({ kind }) => kind === 'attendance')
    const keyId = first?.signing_key_id ?? ''
    await revokeCredential(world, SYSTEM, { credential: first?.id ?? '', reason: 'other' })
    const listed = await listCredentialsSignedBy(world.db, keyId)
    expect(listed).toHaveLength(3)
    const platformKey = (await rowOfCode(world, passport.code)).signing_key_id ?? ''
    expect(await listCredentialsSignedBy(world.db, platformKey)).toEqual([
      (await rowOfCode(world, passport.code)).id,
    ])

    const [slug] = (await world
      .db('organisations')
      .where({ id: passport.organisationId })
      .pluck('slug')) as string[]
    await rotateKey(world, SYSTEM, { issuerSlug: slug ?? '' })
    const revoked = first?.id as CredentialId
    const done = await reissue(world, { credentialIds: [...listed, revoked], reason: 'key-compromised' })
    expect(done).toMatchObject({ signed: 4, failed: 0, skipped: [revoked] })
    expect(await listCredentialsSignedBy(world.db, keyId)).toEqual([])
    for (const row of (await rows(world)).filter(({ reissued_because }) => reissued_because !== null))
      expect([row.signing_key_id === keyId, (await verifyByCode(world, row.code)).verdict]).toEqual([
        false,
        'verified',
      ])
  })

  it('of passports alone is the passports, around the same members', async () => {
    const { world, passport } = await issued()
    const old = await rowOfCode(world, passport.code)
    await reissue(world, { credentialIds: [old.id], reason: 'key-compromised' })
    const newest = await passportOf(world, passport.learner.id)
    expect(newest.code).not.toBe(old.code)
    expect(subjectOf(documentOf(newest))['verifiableCredential']).toEqual(
      subjectOf(documentOf(old))['verifiableCredential'],
    )
    expect(await rowOfCode(world, old.code)).toMatchObject({ superseded_by: newest.id, revoked_at: null })
  })
})

describe('issuing a whole session anew', () => {
  it('replaces what stands of it and leaves the rest', async () => {
    const world = await openWorld()
    const structure = await aStructure(world.db)
    const sessionId = newId<TrainingSessionId>()
    const learners = [aLearner('Inès Morel'), aLearner('Noé Petit')]
    await world.db.transaction((trx) =>
      requestIssuance(
        trx,
        world,
        SYSTEM,
        learners.flatMap((learner) => [
          { ...anAttendance(structure, learner), sessionId },
          { ...aPassport(structure, learner), sessionId },
        ]),
      ),
    )
    await completeIssuance(world)
    const [withdrawn] = (await rows(world)).filter(({ kind }) => kind === 'attendance')
    await revokeCredential(world, SYSTEM, { credential: withdrawn?.id ?? '', reason: 'other' })
    const actor = someone(structure, 'coordinator')
    expect(await reissueSession(world, actor, { sessionId })).toMatchObject({
      signed: 2,
      failed: 0,
      skipped: [withdrawn?.id],
    })
    await expect(reissueSession(world, actor, { sessionId: newId() })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(reissueSession(world, someone(structure, 'trainer'), { sessionId })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

/** A ring that has lost every key but the platform's. */
function keyOnlyOfPlatform(world: Awaited<ReturnType<typeof openWorld>>) {
  return async (...[db, did]: Parameters<typeof world.ring.signingKeyOfDid>) => {
    const platform = await world.ring.issuerFor(db, null)
    if (did !== platform.did) throw new AppError('key-missing', { key: did })
    return world.ring.signingKeyOfDid(db, did)
  }
}
