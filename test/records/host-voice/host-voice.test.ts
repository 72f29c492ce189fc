import { describe, expect, it, onTestFinished } from 'vitest'
import { readEndorsement, readPassport } from '../../../server/issuer/credentials/index.ts'
import {
  liftSuspension,
  revokeCredential,
  suspendCredential,
} from '../../../server/issuer/revocation/index.ts'
import type { IsoDate } from '../../../server/kernel/clock.ts'
import { HOST_LANGUAGES } from '../../../templates/locales/host/index.ts'
import { isJsonObject, type JsonObject } from '../../../server/vc/index.ts'
import { setAssessments } from '../../../server/records/assessments/index.ts'
import { correctSession } from '../../../server/records/corrections/index.ts'
import {
  askHost,
  forgetExpiredAddresses,
  hostVoiceKeeper,
  readStatus,
  withdrawQuestion,
} from '../../../server/records/host-voice/index.ts'
import { enrol } from '../../../server/records/training-sessions/index.ts'
import { verifyByCode, verifyDocument } from '../../../server/verifier/verification/index.ts'
import { verifyIndependently } from '../../support/independent-verifier.ts'
import { browserOf, OPERATOR, saidOn, snapshot } from '../../support/app-world.ts'
import { rowOf } from '../corrections/signed-session.ts'
import { aHost, aHostWorld, askBy, cellOf, GOOD, heldBy, ofKind, type HostWorld } from './host-world.ts'

const DAY = 86_400_000

async function open(options: Parameters<typeof aHostWorld>[0] = {}): Promise<HostWorld> {
  const world = await aHostWorld(options)
  onTestFinished(() => world.close())
  return world
}

const later = (world: HostWorld, days: number): void => {
  world.time.now = new Date(world.time.now.getTime() + days * DAY)
}

function documentOf(signed: string | null | undefined): JsonObject {
  const document: unknown = JSON.parse(signed ?? 'null')
  if (!isJsonObject(document)) throw new Error('nothing signed')
  return document
}

describe('the link', () => {
  it('is mailed in the host’s language, with its code in the mail and only a hash in the database', async () => {
    const world = await open()
    const { code, mailed } = await askBy(world)
    expect(mailed).toBe(true)
    const mail = world.mailbox.at(-1)
    expect(mail).toMatchObject({
      to: 'anke@tischlerei.example',
      subject: 'Inès Benali bei Ihnen: Was haben Sie gesehen?',
    })
    expect(mail?.text).toContain(`http://passerelle.test/h/${code}`)
    expect(mail?.text).toContain('Guten Tag Anke Hansen,')
    expect(mail?.text).toContain('5. Januar 2026')
    expect(mail?.html).toContain('<html lang="de">')
    // nothing that would tell whether it was read
    expect(mail?.html).not.toMatch(/<img|utm_|pixel/i)
    const stored = JSON.stringify([await world.db('host_links'), await world.db('audit_events')])
    expect(stored).not.toContain(code)
    expect(stored).not.toContain('anke@')
  })

  it.each(HOST_LANGUAGES)(
    'speaks of everything in %s: the mail, the page, what is missing',
    async (language) => {
      const world = await open()
      const { code } = await askBy(world, { language })
      const mail = world.mailbox.at(-1)
      const host = await aHost(world, 'nl')
      const page = await host.open(`/h/${code}`)
      const closed = await host.open(`/h/0000000000000000?lang=${language}`)
      const refused = await host.answer(code, { dates: '', tutorName: '' })
      expect(page.headers['content-language']).toBe(language)
      expect(refused.status).toBe(422)
      for (const text of [mail?.text ?? '', mail?.html ?? '', page.text, closed.text, refused.text]) {
        expect(text).not.toMatch(/\{\w+\}/)
        expect(text).not.toContain('undefined')
      }
      expect(page.text).toContain(`<html lang="${language}"`)
      expect([page.status, closed.status]).toEqual([200, 404])
    },
  )

  it('speaks the reader’s language before the one that was chosen for them, and theirs of the five on request', async () => {
    const world = await open()
    const { code } = await askBy(world, { language: 'de' })
    const host = await aHost(world, 'pt-BR,pt;q=0.9')
    expect((await host.open(`/h/${code}`)).text).toContain('<html lang="pt"')
    expect((await host.open(`/h/${code}?lang=es`)).text).toContain('<html lang="es"')
    expect((await (await aHost(world, 'nl')).open(`/h/${code}`)).text).toContain('<html lang="de"')
    expect((await host.open(`/h/${code}?lang=es`)).headers['set-cookie']).not.toEqual(
      expect.arrayContaining([expect.stringContaining('passerelle_lang')]),
    )
  })

  it('dies when it is sent again, with one sentence that says where to look', async () => {
    const world = await open()
    const { code: first } = await askBy(world)
    later(world, 1)
    const { code: second } = await askBy(world)
    const host = await aHost(world)
    const old = await host.open(`/h/${first}`)
    expect([old.status, old.text.includes('Es gibt einen neueren Link')]).toEqual([410, true])
    expect((await host.open(`/h/${second}`)).status).toBe(200)
  })

  it('is valid for sixty days, and then the address is erased', async () => {
    const world = await open()
    const { code } = await askBy(world)
    later(world, 59)
    const host = await aHost(world)
    expect((await host.open(`/h/${code}`)).status).toBe(200)
    expect(await forgetExpiredAddresses(world.services)).toBe(0)
    later(world, 1)
    expect((await host.open(`/h/${code}`)).status).toBe(410)
    expect((await host.answer(code)).status).toBe(403)
    expect(await forgetExpiredAddresses(world.services)).toBe(1)
    expect(await world.db('host_requests').first()).toMatchObject({ tutor_email: null })
    expect(await world.db('host_answers')).toEqual([])
  })

  it('opens nothing once the question is withdrawn', async () => {
    const world = await open()
    const { code } = await askBy(world)
    await withdrawQuestion(world.services, world.trainer, world.mobilityId)
    const host = await aHost(world)
    const page = await host.open(`/h/${code}`)
    expect([page.status, page.text.includes('zurückgezogen')]).toEqual([410, true])
    expect(await world.db('host_requests').first()).toMatchObject({ tutor_email: null })
  })

  it('is guessed by nobody: after a hundred misses in a minute the address is refused', async () => {
    const world = await open()
    const host = await aHost(world)
    const statuses = new Set<number>()
    for (let at = 0; at < 101; at++)
      statuses.add((await host.open(`/h/${String(at).padStart(16, '0')}`)).status)
    expect([...statuses]).toEqual([404, 429])
  })

  it('is forgiving about how it is typed, and says kindly when it is not one', async () => {
    const world = await open()
    const { code } = await askBy(world)
    const host = await aHost(world)
    const typed = await host.open(
      `/h?code=${encodeURIComponent(code.toLowerCase().replace(/(.{4})/g, '$1 '))}`,
    )
    expect(typed.headers['location']).toBe(`/h/${code.toLowerCase()}`)
    expect((await host.open(`/h/${code.toLowerCase()}`)).status).toBe(200)
    expect((await host.open('/h?code=')).status).toBe(422)
    expect((await host.open('/h/nonsense')).status).toBe(404)
  })
})

describe('the page', () => {
  it('shows one stay of one person, and nothing else of anybody', async () => {
    const world = await open()
    const { code } = await askBy(world)
    const said = await (await aHost(world)).said(`/h/${code}`)
    for (const words of [
      'Inès Benali',
      'Tischlerei Hansen',
      'Stage en menuiserie',
      'Brême, Deutschland',
      '27. März 2026',
    ])
      expect(said).toContain(words)
    for (const secret of ['2005', 'Hippolyte', 'Kermadec', 'anke@', 'Retour', 'maud'])
      expect(said).not.toContain(secret)
    const { text } = await (await aHost(world)).open(`/h/${code}`)
    // neither the young person's level nor the trainer's is given away
    expect(text).not.toContain(' selected')
    expect(text).not.toContain(world.learnerId)
    expect(text).not.toContain(world.mobilityId)
  })

  it('asks about what the young person spoke of; about the whole session when they spoke of nothing', async () => {
    const world = await open()
    const { code } = await askBy(world)
    const asked = (text: string) => [...text.matchAll(/name="level:(\w+)"/g)].map(([, found]) => found)
    const host = await aHost(world)
    expect(asked((await host.open(`/h/${code}`)).text)).toEqual(['EQUIPE', 'ADAPTATION'])
    await world.db('assessments').where({ voice: 'declared' }).delete()
    expect(asked((await host.open(`/h/${code}`)).text)).toEqual(['EQUIPE', 'ADAPTATION', 'IMPREVU'])
  })

  it('keeps what was typed when something is missing, and says what beside it', async () => {
    const world = await open()
    const { code } = await askBy(world)
    const host = await aHost(world)
    const page = await host.answer(code, {
      dates: 'no',
      startsOn: '2026-03-27',
      endsOn: '',
      tutorName: ' ',
      sentence: 'Er war <b>gut</b>',
    })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Bitte geben Sie einen Tag an')
    expect(page.text).toContain('Bitte schreiben Sie Ihren Namen.')
    expect(page.text).toContain('Er war &lt;b&gt;gut&lt;/b&gt;')
    expect(page.text).toMatch(/value="4" selected/)
    const turned = await host.answer(code, { dates: 'no', startsOn: '2026-03-27', endsOn: '2026-01-05' })
    expect(turned.text).toContain('Der letzte Tag liegt vor dem ersten.')
    expect((await host.answer(code, { dates: '' })).text).toContain('ob der Zeitraum stimmt')
    expect(await world.db('host_answers')).toEqual([])
  })

  it.each([
    ['a sentence too long', { sentence: 'x'.repeat(501) }],
    ['a level the competence does not have', { 'level:EQUIPE': 'B2' }],
    ['« not yet », which is nobody’s to say here', { 'level:EQUIPE': 'not-yet' }],
    ['a day that does not exist', { dates: 'no', startsOn: '2026-02-31', endsOn: '2026-03-27' }],
    ['an answer about the dates that is none', { dates: 'maybe' }],
  ])('refuses %s', async (_what, values) => {
    const world = await open()
    const { code } = await askBy(world)
    expect((await (await aHost(world)).answer(code, values)).status).toBe(422)
    expect(await world.db('host_answers')).toEqual([])
  })

  it('takes nothing without the token of its form', async () => {
    const world = await open()
    const { code } = await askBy(world)
    const { agent } = await browserOf(world)
    expect((await agent.post(`/h/${code}`).type('form').send(GOOD)).status).toBe(403)
  })
})

describe('an answer before the session is signed', () => {
  it('becomes the third voice in the grid, apart from the other two, and the address is erased', async () => {
    const world = await open()
    const { code } = await askBy(world)
    const sent = await (await aHost(world)).answer(code)
    expect([sent.status, sent.headers['location']]).toEqual([303, `/h/${code}?lang=de`])
    const cell = await cellOf(world)
    expect(cell?.confirmed).toMatchObject({ level: '4', authorName: 'Tischlerei Hansen' })
    expect(cell?.attested?.level).toBe('3')
    expect(cell?.declared?.level).toBe('2')
    expect((await cellOf(world, 'ADAPTATION'))?.confirmed).toBeUndefined()
    expect((await cellOf(world, 'EQUIPE', world.otherEnrolmentId))?.confirmed).toBeUndefined()
    expect(await world.db('host_requests').first()).toMatchObject({ tutor_email: null })
    const thanks = await (await aHost(world)).said(`/h/${code}`)
    expect(thanks).toContain('Vielen Dank!')
    expect(thanks).toContain('Antwort korrigieren')
  })

  it('tells whoever asked, without the words themselves', async () => {
    const world = await open()
    const { code } = await askBy(world)
    await (await aHost(world)).answer(code)
    const told = world.mailbox.at(-1)
    expect(told).toMatchObject({ to: 'maud@exemple.fr', subject: 'L’accueil de Inès Benali a répondu' })
    expect(told?.text).toContain(`/mobilities/${world.mobilityId}/host`)
    expect(told?.text).not.toContain('Treppe')
  })

  it('leaves an event without anybody’s name or words', async () => {
    const world = await open()
    const { code } = await askBy(world)
    await (await aHost(world)).answer(code)
    const events = await world.db('audit_events').whereLike('action', 'host.%')
    expect(events.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['host.asked', 'host.link-opened', 'host.answered']),
    )
    expect(JSON.stringify(events)).not.toMatch(/Anke|Hansen|Inès|Treppe|anke@/)
  })

  it('can be corrected through the same link until the session is signed', async () => {
    const world = await open()
    const { code } = await askBy(world)
    const host = await aHost(world)
    await host.answer(code)
    later(world, 1)
    await host.answer(code, { 'level:EQUIPE': '', 'level:ADAPTATION': '3', sentence: 'Anders gesagt.' })
    expect((await cellOf(world))?.confirmed).toBeUndefined()
    expect((await cellOf(world, 'ADAPTATION'))?.confirmed).toMatchObject({ level: '3' })
    await world.sign()
    expect((await host.answer(code, { sentence: 'Zu spät.' })).status).toBe(303)
    expect(await world.db('host_answers').first()).toMatchObject({ sentence: 'Anders gesagt.' })
    expect(await host.said(`/h/${code}`)).not.toContain('Antwort korrigieren')
  })

  it('is changed a dozen times in an hour at most: each time somebody is mailed and passports may be signed anew', async () => {
    const world = await open()
    const { code } = await askBy(world)
    const host = await aHost(world)
    world.mailbox.length = 0
    const answers: number[] = []
    for (let time = 0; time < 14; time++)
      answers.push((await host.answer(code, { sentence: `Satz ${time}` })).status)
    expect(answers).toEqual([...Array<number>(12).fill(303), 429, 429])
    expect((await host.takeBack(code)).status).toBe(429)
    expect(world.mailbox).toHaveLength(12)
    expect(await world.db('host_answers').first()).toMatchObject({ sentence: 'Satz 11' })
    later(world, 1)
    expect((await host.answer(code, { sentence: 'Am Tag danach' })).status).toBe(303)
  })

  it('keeps the host’s own dates beside ours, and says so to the trainer', async () => {
    const world = await open()
    const { code } = await askBy(world)
    await (await aHost(world)).answer(code, { dates: 'no', startsOn: '2026-01-12', endsOn: '2026-03-27' })
    expect(await world.db('mobilities').where({ id: world.mobilityId }).first()).toMatchObject({
      starts_on: '2026-01-05',
    })
    const status = await readStatus(world.services, world.trainer, world.mobilityId)
    expect(status.answer).toMatchObject({ startsOn: '2026-01-12' as IsoDate })
    await world.sign()
    const said = readEndorsement(documentOf(ofKind(await heldBy(world), 'endorsement')?.signed))
    expect(said.dates).toBe('du 12 janvier 2026 au 27 mars 2026')
  })

  it('is signed with the session: an endorsement of the stay, in the passport, verified by us and by others', async () => {
    const world = await open()
    const { code } = await askBy(world)
    await (await aHost(world)).answer(code)
    const { failed } = await world.sign()
    expect(failed).toBe(0)
    const held = await heldBy(world)
    const endorsement = ofKind(held, 'endorsement')
    expect(endorsement?.endorses).toBe(ofKind(held, 'mobility')?.id)
    const document = documentOf(endorsement?.signed)
    expect(readEndorsement(document)).toMatchObject({
      endorses: documentOf(ofKind(held, 'mobility')?.signed)['id'],
      sentence: GOOD.sentence,
      host: { name: 'Tischlerei Hansen', tutor: 'Anke Hansen, Tischlermeisterin' },
    })
    expect(await verifyIndependently(document)).toBe(true)
    expect((await verifyByCode(world.services, endorsement?.code ?? '')).verdict).toBe('verified')
    const passport = ofKind(held, 'passport')
    expect(readPassport(passport?.signed ?? '').endorsements).toHaveLength(1)
    expect((await verifyByCode(world.services, passport?.code ?? '')).verdict).toBe('verified')
    // a passport without a host has none
    expect(
      await world.db('credentials').where({ kind: 'endorsement' }).whereNot({ learner_id: world.learnerId }),
    ).toEqual([])
  })

  it('is not signed under the trainer’s eyes unread: what came since the page was shown refuses the signature', async () => {
    const world = await open()
    const { code } = await askBy(world)
    const trainer = await browserOf(world, world.trainer.accountId)
    const page = await trainer.open(`/sessions/${world.sessionId}/sign`)
    const version = /name="version" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    await (await aHost(world)).answer(code, { 'level:EQUIPE': '' })
    const sent = await trainer.send(`/sessions/${world.sessionId}/sign`, { version })
    expect(sent.status).toBe(409)
    expect(sent.text).toContain('Treppe')
  })

  it('waits for a place: whoever is enrolled later brings it along', async () => {
    const world = await open()
    await world.db('assessments').delete()
    await world.db('enrolments').where({ id: world.enrolmentId }).delete()
    const { code } = await askHost(world.services, world.coordinator, {
      mobilityId: world.mobilityId,
      language: 'de',
    })
    const page = await (await aHost(world)).open(`/h/${code}`)
    expect([...page.text.matchAll(/name="level:\w+"/g)]).toHaveLength(12)
    await (await aHost(world)).answer(code)
    const { enrolmentId } = await world.db.transaction((trx) =>
      enrol(trx, world.services, OPERATOR, {
        sessionId: world.sessionId,
        learnerId: world.learnerId,
        mobilityId: world.mobilityId,
      }),
    )
    expect((await cellOf(world, 'EQUIPE', enrolmentId))?.confirmed).toMatchObject({ level: '4' })
  })

  it('a level a trainer copied from paper stays where the host says nothing of it', async () => {
    const world = await open()
    await setAssessments(world.db, world.services, OPERATOR, {
      sessionId: world.sessionId,
      changes: [{ enrolmentId: world.enrolmentId, competence: 'ADAPTATION', voice: 'confirmed', level: '1' }],
    })
    const { code } = await askBy(world)
    await (await aHost(world)).answer(code)
    expect((await cellOf(world, 'ADAPTATION'))?.confirmed).toMatchObject({ level: '1' })
  })
})

describe('an answer after the session is signed', () => {
  it('is endorsed then: the old papers lead to new ones, and nothing that was signed is called wrong', async () => {
    const world = await open({ sign: true })
    const before = await heldBy(world)
    later(world, 3)
    const { code } = await askBy(world)
    later(world, 1)
    await (await aHost(world)).answer(code)
    const held = await heldBy(world)
    expect(held.map(({ kind }) => kind).sort()).toEqual(
      [...before.map(({ kind }) => kind), 'endorsement'].sort(),
    )
    expect(held.every(({ signed }) => signed !== null)).toBe(true)
    const passport = ofKind(held, 'passport')
    const content = readPassport(passport?.signed ?? '')
    expect(content.endorsements.map(({ sentence }) => sentence)).toEqual([GOOD.sentence])
    const team = content.competences.find(({ competence }) => competence?.code === 'EQUIPE')
    expect(team?.competence).toMatchObject({
      level: '3',
      confirmedLevel: '4',
      confirmedBy: 'Tischlerei Hansen',
    })
    expect(team?.attestedBy).toBe('Karim Le Goff')
    expect((await verifyByCode(world.services, passport?.code ?? '')).verdict).toBe('verified')
    expect(await verifyIndependently(documentOf(passport?.signed))).toBe(true)
    for (const old of before.filter(({ id }) => !held.some((now) => now.id === id)))
      expect((await verifyByCode(world.services, old.code)).verdict).toBe('superseded')
    expect(world.mailbox.at(-1)?.text).toContain('après la signature')
    expect((await cellOf(world))?.confirmed).toMatchObject({ level: '4' })
    expect((await readStatus(world.services, world.trainer, world.mobilityId)).waits).toBe(false)
  })

  it('can be corrected only through a new link; what said otherwise is then withdrawn', async () => {
    const world = await open({ sign: true })
    const { code } = await askBy(world)
    const host = await aHost(world)
    await host.answer(code)
    const first = await heldBy(world)
    later(world, 1)
    expect((await host.answer(code, { sentence: 'Anders.' })).status).toBe(303)
    expect(ofKind(await heldBy(world), 'endorsement')?.id).toBe(ofKind(first, 'endorsement')?.id)

    const { code: again } = await askBy(world)
    await (await aHost(world)).answer(again, { sentence: 'Anders.', 'level:EQUIPE': '3' })
    const held = await heldBy(world)
    const endorsement = ofKind(held, 'endorsement')
    expect(readEndorsement(documentOf(endorsement?.signed)).sentence).toBe('Anders.')
    const old = ofKind(first, 'endorsement')
    expect(await world.db('credentials').where({ id: old?.id }).first()).toMatchObject({
      revocation_reason: 'content-wrong',
      superseded_by: endorsement?.id,
    })
    expect((await verifyByCode(world.services, old?.code ?? '')).verdict).toBe('superseded')
    const passport = readPassport(ofKind(held, 'passport')?.signed ?? '')
    expect(
      passport.competences.find(({ competence }) => competence?.code === 'EQUIPE')?.competence,
    ).toMatchObject({
      confirmedLevel: '3',
    })
    expect(held.filter(({ kind }) => kind === 'endorsement')).toHaveLength(1)
  })

  it('can be taken back by the host: endorsement and levels leave the passport, the rest stays', async () => {
    const world = await open()
    const { code } = await askBy(world)
    const host = await aHost(world)
    await host.answer(code)
    await world.sign()
    const before = await heldBy(world)
    later(world, 1)
    expect((await host.takeBack(code)).text).toContain('zurückgenommen')
    const held = await heldBy(world)
    expect(ofKind(held, 'endorsement')).toBeUndefined()
    expect((await verifyByCode(world.services, ofKind(before, 'endorsement')?.code ?? '')).verdict).toBe(
      'revoked',
    )
    const passport = readPassport(ofKind(held, 'passport')?.signed ?? '')
    expect(passport.endorsements).toEqual([])
    expect(passport.competences.map(({ competence }) => competence?.confirmedLevel)).toEqual([
      undefined,
      undefined,
    ])
    expect(passport.mobilities).toHaveLength(1)
    expect(await world.db('host_answers').first()).toMatchObject({ sentence: null, tutor_name: '' })
  })

  it('can be withdrawn by a coordinator like anything else, and other people’s verifiers know', async () => {
    const world = await open()
    const { code } = await askBy(world)
    await (await aHost(world)).answer(code)
    await world.sign()
    const endorsement = ofKind(await heldBy(world), 'endorsement')
    await revokeCredential(world.services, world.coordinator, {
      credential: endorsement?.code ?? '',
      reason: 'issued-in-error',
    })
    expect((await verifyByCode(world.services, endorsement?.code ?? '')).verdict).toBe('revoked')
    expect(documentOf(endorsement?.signed)['credentialStatus']).toMatchObject({ statusPurpose: 'revocation' })
  })

  it('does not stand by itself while the stay it speaks of is suspended, nor once that is withdrawn', async () => {
    const world = await open()
    const { code } = await askBy(world)
    await (await aHost(world)).answer(code)
    await world.sign()
    const held = await heldBy(world)
    const [stay, said] = [ofKind(held, 'mobility'), ofKind(held, 'endorsement')]
    const verdicts = async () => [
      (await verifyByCode(world.services, said?.code ?? '')).verdict,
      (await verifyDocument(world.services, documentOf(said?.signed))).verdict,
    ]
    expect(await verdicts()).toEqual(['verified', 'verified'])
    const credential = stay?.code ?? ''
    await suspendCredential(world.services, world.coordinator, { credential, reason: 'content-check' })
    expect(await verdicts()).toEqual(['suspended', 'suspended'])
    await liftSuspension(world.services, world.coordinator, { credential })
    expect(await verdicts()).toEqual(['verified', 'verified'])
    await revokeCredential(world.services, world.coordinator, { credential, reason: 'issued-in-error' })
    expect(await verdicts()).toEqual(['revoked', 'revoked'])
    // other people's verifiers read it in the status list
    expect(await world.db('credentials').where({ code: said?.code }).first()).toMatchObject({
      revocation_reason: 'issued-in-error',
    })
    const page = await browserOf(world).then((visitor) => visitor.open(`/v/${said?.code ?? ''}`))
    expect(page.text).not.toMatch(/Inès|Hansen|Treppe/)
  })

  it('follows its credential: when the stay or the name is corrected, the host’s word speaks of the new one', async () => {
    const world = await open()
    const { code } = await askBy(world)
    await (await aHost(world)).answer(code)
    await world.sign()
    later(world, 1)
    const row = await rowOf(world, 'Inès')
    await correctSession(world.services, world.trainer, {
      sessionId: world.sessionId,
      sheets: [row.typed({ familyName: 'Ben Ali', observation: 'Rassure toute l’équipe.' })],
    })
    const held = await heldBy(world)
    const endorsement = ofKind(held, 'endorsement')
    const stay = ofKind(held, 'mobility')
    expect(endorsement?.endorses).toBe(stay?.id)
    expect(readEndorsement(documentOf(endorsement?.signed))).toMatchObject({
      endorses: documentOf(stay?.signed)['id'],
      holderName: 'Inès Ben Ali',
      sentence: GOOD.sentence,
    })
    expect(held.filter(({ kind }) => kind === 'endorsement')).toHaveLength(1)
  })
})

describe('who may ask', () => {
  it('trainers of a session the person is in and coordinators of the structure; to everybody else there is no stay', async () => {
    const world = await open()
    const { code } = await askBy(world)
    const before = await snapshot(world)
    for (const somebody of [world.colleague, world.neighbour]) {
      const browser = await browserOf(world, somebody.accountId)
      const path = `/mobilities/${world.mobilityId}/host`
      const sent = await browser.send(path, { way: 'mail', tutorEmail: 'x@example.de', language: 'de' })
      const answers = [await browser.open(path), sent, await browser.send(`${path}/withdraw`)]
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
      for (const { text } of answers) expect(text).not.toMatch(/Inès|Benali|Hansen/)
    }
    const after = await snapshot(world)
    for (const table of ['host_requests', 'host_links', 'host_answers'])
      expect(after[table]).toBe(before[table])
    const coordinator = await browserOf(world, world.coordinator.accountId)
    expect((await coordinator.open(`/mobilities/${world.mobilityId}/host`)).text).toContain(
      'anke@tischlerei.example',
    )
    expect((await (await aHost(world)).open(`/h/${code}`)).status).toBe(200)
  })

  it('sees when it was sent, again, opened and answered, and keeps what was typed wrong', async () => {
    const world = await open()
    let trainer = await browserOf(world, world.trainer.accountId)
    const path = `/mobilities/${world.mobilityId}/host`
    const form = { way: 'mail', tutorName: 'Anke', tutorEmail: 'anke@tischlerei.example', language: 'de' }
    const sendAndFollow = async () => {
      const sent = await trainer.send(path, form)
      return trainer.open(String(sent.headers['location']))
    }
    const wrong = await trainer.send(path, { ...form, tutorEmail: 'anke at tischlerei' })
    expect([wrong.status, wrong.text.includes('anke at tischlerei')]).toEqual([422, true])
    expect(saidOn(await sendAndFollow())).toContain(
      'Envoyé à anke@tischlerei.example le 3 juillet 2026 à 11:00.',
    )
    later(world, 2)
    trainer = await browserOf(world, world.trainer.accountId)
    const again = saidOn(await sendAndFollow())
    expect(again).toContain('Renvoyé à anke@tischlerei.example le 5 juillet 2026 à 11:00.')
    expect(again).toContain('Pas encore ouvert')
    const code = /\/h\/(\w{16})/.exec(world.mailbox.at(-1)?.text ?? '')?.[1] ?? ''
    await (await aHost(world)).answer(code)
    const status = saidOn(await trainer.open(path))
    for (const words of [
      'Ouvert le 5 juillet 2026',
      'Réponse reçue le 5 juillet 2026',
      'Treppe',
      'et le transmet',
    ])
      expect(status).toContain(words)
    expect(status).not.toContain('anke@')
  })

  it('prints the link on a sheet in the host’s language, without any address', async () => {
    const world = await open()
    const trainer = await browserOf(world, world.trainer.accountId)
    const sheet = await trainer.send(`/mobilities/${world.mobilityId}/host`, { way: 'paper', language: 'es' })
    expect(sheet.status).toBe(200)
    expect(sheet.text).toContain('<html lang="es"')
    expect(sheet.text).toContain('¿Qué ha visto usted?')
    const code = /host-sheet__typed">([0-9A-Z ]{19})</.exec(sheet.text)?.[1]?.replaceAll(' ', '') ?? ''
    expect((await (await aHost(world)).open(`/h/${code}`)).status).toBe(200)
  })

  it('withdraws what was answered too, from session and passport', async () => {
    const world = await open()
    const { code } = await askBy(world)
    await (await aHost(world)).answer(code)
    await world.sign()
    later(world, 1)
    await withdrawQuestion(world.services, world.trainer, world.mobilityId)
    expect(ofKind(await heldBy(world), 'endorsement')).toBeUndefined()
    expect((await cellOf(world))?.confirmed).toBeUndefined()
    expect((await (await aHost(world)).open(`/h/${code}`)).status).toBe(410)
  })
})

describe('what is kept', () => {
  it('is given to the person without secrets and the host’s address, and goes with them', async () => {
    const world = await open()
    const { code } = await askBy(world)
    const exported = JSON.stringify(await hostVoiceKeeper.exportOf(world.db, world.learnerId))
    expect(exported).toContain('"way":"mail"')
    expect(exported).not.toMatch(/anke@|code_hash/)
    await (await aHost(world)).answer(code)
    expect(JSON.stringify(await hostVoiceKeeper.exportOf(world.db, world.learnerId))).toContain('Treppe')
    await world.db.transaction((trx) => hostVoiceKeeper.erase(trx, world.learnerId, '2026-07-03T09:00:00Z'))
    for (const table of ['host_requests', 'host_links', 'host_answers'])
      expect(await world.db(table)).toEqual([])
    expect((await (await aHost(world)).open(`/h/${code}`)).status).toBe(404)
  })

  it('an answer’s markup is text on every page that shows it', async () => {
    const world = await open()
    const { code } = await askBy(world)
    const attack = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    const host = await aHost(world)
    await host.answer(code, { sentence: attack, tutorName: attack.slice(0, 60), tutorRole: '<b>x</b>' })
    const trainer = await browserOf(world, world.trainer.accountId)
    const pages = [
      await host.open(`/h/${code}`),
      await host.open(`/h/${code}?correct=1`),
      await trainer.open(`/mobilities/${world.mobilityId}/host`),
      await trainer.open(`/sessions/${world.sessionId}/sign`),
    ]
    await world.sign()
    const held = await heldBy(world)
    for (const kind of ['endorsement', 'passport'])
      pages.push(await host.open(`/v/${ofKind(held, kind)?.code ?? ''}`))
    for (const page of pages) {
      expect(page.status).toBe(200)
      expect(page.text).not.toMatch(/<script>alert|<img src=x|<b>x<\/b>/)
    }
  })
})
