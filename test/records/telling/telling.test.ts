import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import {
  findCompetence,
  languageCompetences,
  mobilityFramework,
} from '../../../server/issuer/achievements/index.ts'
import { listSaidOf, setAssessments } from '../../../server/records/assessments/index.ts'
import {
  addOwnEvidence,
  listEvidence,
  listOwnEvidence,
  removeEvidence,
  removeOwnEvidence,
} from '../../../server/records/evidence/index.ts'
import { sentencesFor, sentenceWords } from '../../../server/records/telling/example-sentences.ts'
import { listPlaces } from '../../../server/records/telling/find-places.ts'
import { listTellings } from '../../../server/records/telling/find-tellings.ts'
import { joinTellings } from '../../../server/records/telling/index.ts'
import { readShown } from '../../../server/records/telling/read-shown.ts'
import { saveOwnStay } from '../../../server/records/telling/save-own-stay.ts'
import { showTelling } from '../../../server/records/telling/show-telling.ts'
import { joinMobilities } from '../../../server/records/mobilities/index.ts'
import { readGrowth } from '../../../server/records/telling/read-growth.ts'
import { saveTelling } from '../../../server/records/telling/save-telling.ts'
import {
  createSession,
  enrol,
  findSession,
  removeEnrolment,
} from '../../../server/records/training-sessions/index.ts'
import { translator } from '../../../server/platform/i18n/index.ts'
import { ADAPT, aReturnSession, day, NOW, TEAM } from '../training-sessions/a-network.ts'
import { openTellings, youthOf } from './a-youth.ts'

const reader = { locale: 'fr', t: translator('fr') } as const

describe('the example sentences', () => {
  it.each(mobilityFramework().competences)(
    'speak of $code, four to six of them, each at a level it has',
    (competence) => {
      const sentences = sentencesFor(competence)
      expect(sentences.length).toBeGreaterThanOrEqual(4)
      expect(sentences.length).toBeLessThanOrEqual(6)
      for (const { level } of sentences) expect(competence.levels.map(({ code }) => code)).toContain(level)
    },
  )

  it('are easy to read: one short sentence in the first person, in both languages', () => {
    const all = [...mobilityFramework().competences, ...languageCompetences().slice(0, 1)].flatMap(
      sentencesFor,
    )
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { text } of all) {
      expect(text.fr.split(/\s+/).length, text.fr).toBeLessThanOrEqual(12)
      expect(text.fr, text.fr).toMatch(/^[^.]+\.$/)
      expect(text.fr, text.fr).toMatch(/\b(je|j’|mon|ma|mes|m’|me)\b|j’/i)
      expect(text.fr, 'one must not have to be a man or a woman').not.toMatch(/\(e\)|·|é\(/)
      expect(text.en, text.en).toMatch(/^[^.]+\.$/)
    }
  })

  it('are the same for every language, step by step, and none for a competence nobody wrote for', () => {
    const german = findCompetence('LANG-DE')
    expect(german && sentencesFor(german).map(({ level }) => level)).toContain('B1')
    expect(sentencesFor({ code: 'PROPRE', kind: 'autonomy' })).toEqual([])
    expect(sentenceWords(['EQUIPE-3', 'gone'], 'fr')).toEqual([
      'J’ai demandé de l’aide quand je ne comprenais pas.',
    ])
  })
})

describe('what there is to tell', () => {
  it('is one’s own stay with its return session, and what one adds oneself', async () => {
    const { db, deps, ines, youth, session, place } = await openTellings()
    const stay = {
      what: 'Chantier',
      country: 'PT',
      town: undefined,
      startsOn: day('2025-07-01'),
      endsOn: day('2025-07-20'),
    }
    const own = await saveOwnStay(deps, youth, stay)
    const places = await listPlaces(db, ines.learner.id)
    expect(places.map(({ key }) => key)).toEqual([place, `own-${own.id}`])
    expect(places[0]?.seats.map((seat) => seat.session.id)).toEqual([session.id])
    expect(await db('mobilities')).toHaveLength(2)
  })

  it('keeps dates the right way round', async () => {
    const { deps, youth } = await openTellings()
    const stay = {
      what: 'X',
      country: 'PT',
      town: undefined,
      startsOn: day('2025-07-02'),
      endsOn: day('2025-07-01'),
    }
    await expect(saveOwnStay(deps, youth, stay)).rejects.toMatchObject({ problems: [{ field: 'endsOn' }] })
  })

  it('is nobody else’s: neither the stay nor a stay one added', async () => {
    const { deps, youth, malo, tell } = await openTellings()
    const stranger = youthOf(malo.learner)
    await expect(tell(TEAM, { words: 'x' }, {}, stranger)).rejects.toMatchObject({ code: 'not-found' })
    const stay = {
      what: 'X',
      country: 'PT',
      town: undefined,
      startsOn: day('2025-07-01'),
      endsOn: day('2025-07-02'),
    }
    const { id } = await saveOwnStay(deps, youth, stay)
    await expect(saveOwnStay(deps, stranger, { ...stay, id })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a draft', () => {
  it('keeps words, tapped sentences and where one feels one is', async () => {
    const { db, ines, tell } = await openTellings()
    await tell(TEAM, { words: 'Nous étions cinq.\r\n', level: '2', 'sentence:EQUIPE-3': '1' })
    const [told] = await listTellings(db, ines.learner.id)
    expect(told).toMatchObject({ words: 'Nous étions cinq.', level: '2', sentences: ['EQUIPE-3'] })
  })

  it('takes no level and no sentence of another competence, and no book', async () => {
    const { tell } = await openTellings()
    const typed = { level: 'B1', 'sentence:BUDGET-1': '1', words: 'x'.repeat(2001) }
    await expect(tell(TEAM, typed)).rejects.toMatchObject({
      problems: [{ field: 'level' }, { field: 'sentence:BUDGET-1' }, { field: 'words' }],
    })
    await expect(tell('NOPE', { words: 'x' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of two devices keeps both where they changed different things', async () => {
    const { tell } = await openTellings()
    await tell(TEAM, { words: 'Du téléphone' }, { words: [''] })
    const { telling, conflicts } = await tell(TEAM, { level: '3' }, { level: [''] })
    expect(conflicts).toEqual([])
    expect(telling).toMatchObject({ words: 'Du téléphone', level: '3' })
  })

  it('of two devices shows both answers to the same question, and loses neither', async () => {
    const { tell } = await openTellings()
    await tell(TEAM, { words: 'Du téléphone' }, { words: [''] })
    const { telling, conflicts } = await tell(TEAM, { words: 'De l’ordinateur' }, { words: [''] })
    expect(telling.words).toBe('Du téléphone')
    expect(conflicts).toEqual([{ field: 'words', current: 'Du téléphone', typed: 'De l’ordinateur' }])
    const decided = await tell(TEAM, { words: 'De l’ordinateur' }, { words: ['Du téléphone'] })
    expect(decided).toMatchObject({ conflicts: [], telling: { words: 'De l’ordinateur' } })
  })

  it('sent twice because the answer got lost is no conflict with itself', async () => {
    const { tell } = await openTellings()
    await tell(TEAM, { words: 'Un' }, { words: [''] })
    expect((await tell(TEAM, { words: 'Un deux' }, { words: ['', 'Un'] })).conflicts).toEqual([])
  })

  it('leaves one line in the trail for a sitting, without a word of it', async () => {
    const { db, tell } = await openTellings()
    await tell(TEAM, { words: 'Secret' })
    await tell(TEAM, { words: 'Secret de plus', level: 'not-yet' }, { words: ['Secret'], level: [''] })
    const events = await db<{ action: string }>('audit_events').where({ action: 'telling.written' })
    expect(events).toHaveLength(1)
    expect(JSON.stringify(events)).not.toMatch(/Secret|not-yet|Inès/)
  })
})

describe('showing one’s trainer', () => {
  it('shows exactly what was chosen, and takes it back', async () => {
    const { db, tell, show, ines } = await openTellings()
    await tell(TEAM, { words: 'Nous étions cinq.', level: '2', 'sentence:EQUIPE-3': '1' })
    expect(await readShown(db, ines.enrolmentId, [], reader)).toEqual([])
    await show(`sentences:${TEAM}`)
    expect(await readShown(db, ines.enrolmentId, [], reader)).toMatchObject([
      { competence: TEAM, words: '', sentences: ['J’ai demandé de l’aide quand je ne comprenais pas.'] },
    ])
    expect(await listSaidOf(db, ines.learner.id)).toEqual([])
    expect(await show()).toEqual({ shown: 0, takenBack: 1 })
    expect(await readShown(db, ines.enrolmentId, [], reader)).toEqual([])
  })

  it('writes the level as the declared voice, opens a column for it, and follows it', async () => {
    const { db, tell, show, ines, session, heard } = await openTellings()
    await tell(ADAPT, { level: '2' })
    await show(`level:${ADAPT}`)
    expect((await findSession(db, session.id))?.competences).toEqual([TEAM, ADAPT])
    expect(await listSaidOf(db, ines.learner.id)).toMatchObject([
      { competence: ADAPT, voice: 'declared', level: '2', authorName: 'Inès Bernard' },
    ])
    expect(heard).toContainEqual({ topic: `session:${session.id}`, ids: [ines.enrolmentId] })
    await tell(ADAPT, { level: '3' }, { level: ['2'] })
    expect(await listSaidOf(db, ines.learner.id)).toMatchObject([{ level: '3' }])
    await show()
    expect(await listSaidOf(db, ines.learner.id)).toEqual([])
  })

  it('never shows « pas encore », whatever is chosen, and takes a level back when it becomes one', async () => {
    const { db, tell, show, ines } = await openTellings()
    await tell(TEAM, { level: 'not-yet' })
    expect(await show(`level:${TEAM}`)).toEqual({ shown: 0, takenBack: 0 })
    await tell(TEAM, { level: '1' }, { level: ['not-yet'] })
    await show(`level:${TEAM}`)
    await tell(TEAM, { level: 'not-yet' }, { level: ['1'] })
    expect(await db('assessments')).toEqual([])
    const [told] = await listTellings(db, ines.learner.id)
    expect(told?.visible.level).toBeUndefined()
  })

  it('has nobody to show to without an open session, and no more once it is signed', async () => {
    const { db, deps, youth, tell, show, session } = await openTellings()
    await tell(TEAM, { words: 'a', level: '1' })
    const stay = {
      what: 'X',
      country: 'PT',
      town: undefined,
      startsOn: day('2025-07-01'),
      endsOn: day('2025-07-02'),
    }
    const own = await saveOwnStay(deps, youth, stay)
    const place = `own-${own.id}`
    await expect(showTelling(deps, youth, { place, items: [`words:${TEAM}`] })).resolves.toEqual({
      shown: 0,
      takenBack: 0,
    })
    await db('training_sessions').where({ id: session.id }).update({ signed_at: NOW })
    await expect(show(`words:${TEAM}`)).rejects.toMatchObject({ code: 'session-already-signed' })
  })
})

test('after the signature what was attested stays as it was told, and the rest goes on', async () => {
  const { db, deps, tell, show, session, ines, anne } = await openTellings()
  await tell(TEAM, { words: 'Avant', level: '2' })
  await tell(ADAPT, { words: 'Avant', level: '2' })
  await show(`level:${TEAM}`, `words:${TEAM}`, `level:${ADAPT}`, `words:${ADAPT}`)
  const attested = { enrolmentId: ines.enrolmentId, competence: TEAM, voice: 'attested', level: '2' } as const
  await setAssessments(db, deps, anne, { sessionId: session.id, changes: [attested] })
  await db('training_sessions').where({ id: session.id }).update({ signed_at: NOW })
  await expect(tell(TEAM, { words: 'Après' }, { words: ['Avant'] })).rejects.toMatchObject({
    code: 'session-already-signed',
  })
  await tell(ADAPT, { words: 'Après', level: '4' }, { words: ['Avant'], level: ['2'] })
  // what the signed session holds stays; the words are theirs to take back
  expect((await listSaidOf(db, ines.learner.id)).find(({ competence }) => competence === ADAPT)?.level).toBe(
    '2',
  )
  await show()
  expect((await readShown(db, ines.enrolmentId, [], reader)).map(({ competence }) => competence)).toEqual([
    TEAM,
  ])
})

describe('a second session about the same stay', () => {
  async function again() {
    const world = await openTellings()
    const { db, deps, anne, session, ines } = world
    await world.tell(TEAM, { words: 'Nous étions cinq.', level: '3' })
    await world.show(`words:${TEAM}`, `level:${TEAM}`)
    const signFirst = () => db('training_sessions').where({ id: session.id }).update({ signed_at: NOW })
    const later = await createSession(
      deps,
      anne,
      aReturnSession(world, { competences: [TEAM], startsOn: day('2026-09-01'), endsOn: day('2026-09-01') }),
    )
    const { enrolmentId } = await db.transaction((trx) =>
      enrol(trx, deps, anne, {
        sessionId: later.id,
        learnerId: ines.learner.id,
        mobilityId: ines.mobility.id,
      }),
    )
    const declaredAt = async (seat: string) =>
      (await listSaidOf(db, ines.learner.id)).find(
        (said) => said.enrolmentId === seat && said.voice === 'declared',
      )?.level
    return { ...world, later, enrolmentId, signFirst, declaredAt }
  }

  it('is shown nothing until the person says so, then what they choose; the signed one keeps its level', async () => {
    const { db, ines, show, enrolmentId, signFirst, declaredAt } = await again()
    await signFirst()
    const [shownBefore] = await readShown(db, ines.enrolmentId, [], reader)
    expect(shownBefore?.words).toBe('Nous étions cinq.')
    expect(await readShown(db, enrolmentId, [], reader)).toEqual([])
    expect(await show()).toEqual({ shown: 0, takenBack: 0 })
    expect(await show(`level:${TEAM}`)).toEqual({ shown: 1, takenBack: 0 })
    expect(await declaredAt(enrolmentId)).toBe('3')
    expect(await declaredAt(ines.enrolmentId)).toBe('3')
    // the words were chosen for the former session alone
    expect(await readShown(db, enrolmentId, [], reader)).toEqual([])
    expect(await show()).toEqual({ shown: 0, takenBack: 1 })
    expect(await declaredAt(enrolmentId)).toBeUndefined()
  })

  it('takes the level from a first one that is open too: it is shown at one place', async () => {
    const { ines, show, enrolmentId, declaredAt } = await again()
    await show(`level:${TEAM}`)
    expect(await declaredAt(enrolmentId)).toBe('3')
    expect(await declaredAt(ines.enrolmentId)).toBeUndefined()
  })
})

describe('what was told stays the person’s', () => {
  it('when their place in a session is taken away', async () => {
    const world = await openTellings()
    const { db, deps, anne, ines, malo } = world
    const youth = youthOf(malo.learner)
    const wanted = aReturnSession(world, { kind: 'departure', competences: [TEAM] })
    const departure = await createSession(deps, anne, wanted)
    const { enrolmentId } = await db.transaction((trx) =>
      enrol(trx, deps, anne, { sessionId: departure.id, learnerId: malo.learner.id }),
    )
    const place = `seat-${enrolmentId}`
    const told = { place, competence: TEAM, typed: { words: 'Avant de partir', level: '1' }, was: {} }
    await saveTelling(deps, youth, told)
    await removeEnrolment(deps, anne, { sessionId: departure.id, enrolmentId })
    expect((await listPlaces(db, malo.learner.id)).map(({ key }) => key)).toContain(place)
    const typed = { words: 'Avant de partir, et après' }
    const { telling } = await saveTelling(deps, youth, {
      ...told,
      typed,
      was: { words: ['Avant de partir'] },
    })
    expect(telling.words).toBe('Avant de partir, et après')
    const { growths } = await readGrowth(db, malo.learner.id)
    expect(growths[0]?.steps).toMatchObject([{ declared: '1', on: NOW.slice(0, 10) }])
    // and nobody else's
    const stranger = saveTelling(deps, youthOf(ines.learner), told)
    await expect(stranger).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of a stay that another record of theirs tells differently', async () => {
    const { db, ines, malo, tell, place } = await openTellings()
    await tell(TEAM, { words: 'Sous l’autre fiche', level: '2' })
    await db('mobilities').where({ id: ines.mobility.id }).update({ host_name: 'Une autre maison' })
    await db.transaction(async (trx) => {
      const stays = await joinMobilities(trx, {
        from: ines.learner.id,
        into: malo.learner.id,
        at: new Date(NOW),
      })
      await joinTellings(trx, { from: ines.learner.id, into: malo.learner.id, stays })
      await trx('learners').where({ id: ines.learner.id }).update({ merged_into: malo.learner.id })
    })
    const places = await listPlaces(db, malo.learner.id)
    expect(places.find(({ key }) => key === place)).toMatchObject({ stay: { host: 'Une autre maison' } })
    expect(await listTellings(db, malo.learner.id)).toMatchObject([{ place, words: 'Sous l’autre fiche' }])
  })
})

describe('one’s own photos', () => {
  const photo = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#0f766e' } })
      .jpeg()
      .toBuffer()

  it('belong to the session only while they are shown there', async () => {
    const { db, deps, youth, place, show, ines, anne } = await openTellings()
    const file = { bytes: await photo(), name: 'x.jpg', mediaType: 'image/jpeg' }
    const piece = await addOwnEvidence(deps, youth, { place, competence: TEAM, title: 'Le meuble', file })
    expect(await listEvidence(db, [ines.enrolmentId])).toEqual([])
    await show(`evidence:${piece.id}`)
    expect(await listEvidence(db, [ines.enrolmentId])).toMatchObject([{ id: piece.id, title: 'Le meuble' }])
    // a trainer clears the session: the piece stays the young person's
    await removeEvidence(deps, anne, piece.id)
    expect(await listOwnEvidence(db, youth.learnerId)).toMatchObject([
      { visibleAt: undefined, enrolmentId: undefined },
    ])
    await removeOwnEvidence(deps, youth, piece.id)
    await expect(deps.files.read(piece.file?.key ?? '')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('are nobody else’s to remove, and stay once a signed session may name them', async () => {
    const { db, deps, youth, place, show, malo, session } = await openTellings()
    const piece = await addOwnEvidence(deps, youth, { place, title: 'Le meuble', narrative: 'Voilà' })
    await expect(removeOwnEvidence(deps, youthOf(malo.learner), piece.id)).rejects.toMatchObject({
      code: 'not-found',
    })
    await show(`evidence:${piece.id}`)
    await db('training_sessions').where({ id: session.id }).update({ signed_at: NOW })
    await expect(removeOwnEvidence(deps, youth, piece.id)).rejects.toMatchObject({
      code: 'session-already-signed',
    })
    expect(await show()).toEqual({ shown: 0, takenBack: 0 })
  })
})

test('two records of one person become one, and everything told under either is kept', async () => {
  const { db, ines, malo, tell, deps, place } = await openTellings()
  await tell(TEAM, { words: 'Sous l’autre fiche', level: '2' })
  await addOwnEvidence(deps, youthOf(ines.learner), { place, title: 'T', narrative: 'N' })
  await db.transaction((trx) =>
    joinTellings(trx, {
      from: ines.learner.id,
      into: malo.learner.id,
      stays: new Map([[ines.mobility.id, malo.mobility.id]]),
    }),
  )
  expect(await listTellings(db, ines.learner.id)).toEqual([])
  expect(await listTellings(db, malo.learner.id)).toMatchObject([
    { place: `stay-${malo.mobility.id}`, words: 'Sous l’autre fiche', level: '2' },
  ])
  expect(await listOwnEvidence(db, malo.learner.id)).toMatchObject([{ place: `stay-${malo.mobility.id}` }])
})
