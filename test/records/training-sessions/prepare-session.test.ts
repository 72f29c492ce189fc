import { describe, expect, test } from 'vitest'
import { setAssessments } from '../../../server/records/assessments/index.ts'
import {
  dropTemplate,
  editSession,
  enrolNewcomer,
  findSession,
  halfDaysOf,
  keepTemplate,
  listEnrolments,
  listTemplates,
  listTrainers,
  markAttendance,
  markSessionSigned,
  prepareSession,
  removeEnrolment,
  setAttendance,
  type EditInput,
  type HalfDay,
} from '../../../server/records/training-sessions/index.ts'
import { ADAPT, aLearner, aNetwork, aReturnSession, aSession, day, TEAM } from './a-network.ts'
import { aServer, fieldsOf } from './a-server.ts'
import { aSharedSession } from './a-shared-session.ts'

describe('the programme of a session', () => {
  const edit = (session: { id: string }, change: Partial<EditInput> = {}): EditInput => ({
    sessionId: session.id,
    kind: 'return',
    title: 'Retour, Quimper',
    place: undefined,
    startsOn: day('2026-07-03'),
    endsOn: day('2026-07-03'),
    locale: 'fr',
    competences: [TEAM],
    halfDays: ['2026-07-03-am', '2026-07-03-pm'] as HalfDay[],
    goesOn: false,
    ...change,
  })

  test('changes while it is unsigned, and saying the same twice changes nothing', async () => {
    const network = await aNetwork()
    const { session } = await aSession(network, { competences: [TEAM] })
    const { db, deps, anne } = network
    expect(await editSession(deps, anne, edit(session))).toEqual([])
    await editSession(deps, anne, edit(session))
    expect(await findSession(db, session.id)).toMatchObject({ title: 'Retour, Quimper', place: undefined })
    expect(await db('audit_events').where({ action: 'session.edited' })).toHaveLength(1)
    await markSessionSigned(db, session.id, { at: network.clock.now(), actor: anne, name: anne.name })
    const late = editSession(deps, anne, edit(session, { title: 'Autre' }))
    await expect(late).rejects.toMatchObject({ code: 'session-already-signed' })
  })

  test('what a competence that leaves takes out of sight is told first; it is kept, and comes back', async () => {
    const network = await aNetwork()
    const { session, ines } = await aSession(network, { competences: [TEAM, ADAPT] })
    const { db, deps, anne } = network
    await setAssessments(db, deps, anne, {
      sessionId: session.id,
      changes: [{ enrolmentId: ines.enrolmentId, competence: TEAM, voice: 'attested', level: '3' }],
    })
    const without = edit(session, { competences: [ADAPT] })
    expect(await editSession(deps, anne, without)).toEqual([{ competence: TEAM, said: 1 }])
    expect((await findSession(db, session.id))?.competences).toEqual([TEAM, ADAPT])
    expect(await editSession(deps, anne, { ...without, goesOn: true })).toEqual([])
    expect((await findSession(db, session.id))?.competences).toEqual([ADAPT])
    expect(await db('assessments')).toHaveLength(1)
    await editSession(deps, anne, edit(session, { competences: [ADAPT, TEAM] }))
    expect((await findSession(db, session.id))?.competences).toEqual([ADAPT, TEAM])
  })

  test('half-days that are taken out do not count any more; a new day has both of its own', async () => {
    const network = await aNetwork()
    const { session, ines } = await aSession(network, { competences: [TEAM] })
    const { db, deps, anne } = network
    const [morning, afternoon] = ['2026-07-03-am', '2026-07-03-pm'] as HalfDay[]
    if (morning === undefined || afternoon === undefined) throw new Error('no half-day')
    await markAttendance(deps, anne, {
      sessionId: session.id,
      halfDay: afternoon,
      marks: [{ enrolmentId: ines.enrolmentId, typed: { mark: 'present', arrivedAt: undefined }, shown: '' }],
    })
    await editSession(deps, anne, edit(session, { halfDays: [morning], endsOn: day('2026-07-04') }))
    const edited = await findSession(db, session.id)
    expect(edited && halfDaysOf(edited)).toEqual([morning, '2026-07-04-am', '2026-07-04-pm'])
    const [place] = await listEnrolments(db, session.id)
    expect(place).toMatchObject({ attendance: 'expected', halfDays: undefined })
  })

  test('the page tells what would go out of sight, keeps what was typed, and goes on when asked', async () => {
    const network = await aNetwork()
    const { session, ines } = await aSession(network, { competences: [TEAM, ADAPT] })
    await setAssessments(network.db, network.deps, network.anne, {
      sessionId: session.id,
      changes: [{ enrolmentId: ines.enrolmentId, competence: TEAM, voice: 'declared', level: '2' }],
    })
    const browser = (await aServer(network)).browserOf(network.anne)
    const page = `/sessions/${session.id}/edit`
    const typed = { title: 'Un autre titre', startsOn: '2026-07-03', competences: ADAPT }
    const told = await browser.submit(page, page, typed)
    expect(told.status).toBe(200)
    expect(told.text).toContain('1 case remplie')
    expect(told.text).toContain('Un autre titre')
    expect((await findSession(network.db, session.id))?.title).toBe(session.title)
    const done = await browser.send(page, { ...fieldsOf(told.text), ...typed, goesOn: 'yes' })
    expect(done.status).toBe(303)
    expect(await findSession(network.db, session.id)).toMatchObject({
      title: 'Un autre titre',
      competences: [ADAPT],
    })
    const wrong = await browser.submit(page, page, {
      ...typed,
      endsOn: '2026-07-01',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('La fin vient avant le début')
  })
})

describe('a template', () => {
  async function aTemplate() {
    const world = await aSharedSession({
      competences: [TEAM, 'LANG-DE'],
      title: 'Retour de mobilité, Quimper, juillet 2026',
      startsOn: day('2026-07-02'),
      halfDays: ['2026-07-02-pm', '2026-07-03-am', '2026-07-03-pm'] as HalfDay[],
    })
    const { deps, anne, db, session } = world
    await keepTemplate(deps, anne, {
      sessionId: session.id,
      name: 'Retour d’été',
      titlePattern: 'Retour, {lieu}, {mois} {année}',
    })
    const [template] = await listTemplates(db, anne)
    if (template === undefined) throw new Error('no template')
    return { ...world, template }
  }

  test('brings days, half-days, competences, team and structures to another date, and nobody’s name', async () => {
    const { db, deps, anne, template, quimper, brest } = await aTemplate()
    const session = await prepareSession(deps, anne, {
      session: {
        ...aReturnSession({ quimper } as never),
        title: template.titlePattern,
        startsOn: day('2026-09-10'),
        endsOn: undefined,
      },
      pattern: template,
    })
    expect(session).toMatchObject({
      title: 'Retour, Quimper, septembre 2026',
      startsOn: '2026-09-10',
      endsOn: '2026-09-11',
      competences: [TEAM, 'LANG-DE'],
    })
    expect(halfDaysOf(session)).toEqual(['2026-09-10-pm', '2026-09-11-am', '2026-09-11-pm'])
    const { named } = await listTrainers(db, anne, session)
    expect(named.map(({ name }) => name)).toEqual(['Anne Le Goff', 'Gwenn Abgrall', 'Soizic Bodin'])
    expect(await db('session_structures').where({ session_id: session.id })).toMatchObject([
      { organisation_id: brest },
    ])
    expect(await listEnrolments(db, session.id)).toEqual([])
  })

  test('leaves out who may not be named any more and structures that closed', async () => {
    const { db, deps, anne, template, quimper, brest, namedOutsider } = await aTemplate()
    await db('memberships')
      .where({ account_id: namedOutsider.accountId })
      .update({ ended_at: '2026-08-01T00:00:00Z' })
    await db('organisations').where({ id: brest }).update({ closed_at: '2026-08-01T00:00:00Z' })
    const session = await prepareSession(deps, anne, {
      session: { ...aReturnSession({ quimper } as never), startsOn: day('2026-09-10'), endsOn: undefined },
      pattern: template,
    })
    const { named } = await listTrainers(db, anne, session)
    expect(named.map(({ name }) => name)).toEqual(['Anne Le Goff'])
  })

  test('is its structure’s: another sees, uses and deletes nothing; of the same name it is replaced', async () => {
    const { db, deps, anne, stranger, session, template, namedOutsider } = await aTemplate()
    expect(await listTemplates(db, stranger)).toEqual([])
    await expect(dropTemplate(deps, stranger, template.id)).rejects.toMatchObject({ code: 'not-found' })
    const input = { sessionId: session.id, name: 'Retour d’été', titlePattern: 'Autre' }
    await expect(keepTemplate(deps, stranger, input)).rejects.toMatchObject({ code: 'not-found' })
    await expect(keepTemplate(deps, namedOutsider, input)).rejects.toMatchObject({ code: 'forbidden' })
    await keepTemplate(deps, anne, input)
    expect(await listTemplates(db, anne)).toMatchObject([{ id: template.id, titlePattern: 'Autre' }])
    await dropTemplate(deps, anne, template.id)
    expect(await listTemplates(db, anne)).toEqual([])
  })

  test('fills the form of a new session, which then asks for no competence; so does a former session', async () => {
    const world = await aTemplate()
    const { anne, stranger, template, session, db } = world
    const server = await aServer(world)
    const browser = server.browserOf(anne)
    const shown = await browser.get(`/sessions/new?template=${template.id}`)
    expect(shown.text).toContain('Retour, {lieu}, {mois} {année}')
    expect(shown.text).toMatch(new RegExp(`value="${TEAM}" checked`))
    const answer = await browser.send('/sessions/new', {
      ...fieldsOf(shown.text),
      title: template.titlePattern,
      startsOn: '2026-10-01',
    })
    expect(answer.status).toBe(303)
    const made = await findSession(db, answer.headers['location']?.split('/').at(-1) ?? '')
    expect(made).toMatchObject({ competences: [TEAM, 'LANG-DE'], endsOn: '2026-10-02' })

    const again = await browser.get(`/sessions/new?from=${session.id}`)
    expect(again.text).toContain('Retour de mobilité, {lieu}, {mois} {année}')
    const other = server.browserOf(stranger)
    expect((await other.get(`/sessions/new?template=${template.id}`)).status).toBe(404)
    expect((await other.get(`/sessions/new?from=${session.id}`)).status).toBe(404)
  })

  test('a return session with a language and no other competence is fine, one with nothing is not', async () => {
    const network = await aNetwork()
    const browser = (await aServer(network)).browserOf(network.anne)
    const fields = { title: 'Retour', startsOn: '2026-07-03' }
    const none = await browser.submit('/sessions/new', '/sessions/new', fields)
    expect(none.status).toBe(422)
    expect(none.text).toContain('Cochez au moins une compétence ou une langue.')
    const language = await browser.submit('/sessions/new', '/sessions/new', {
      ...fields,
      competences: 'LANG-DE',
    })
    expect(language.status).toBe(303)
  })
})

describe('one person enrolled by hand', () => {
  test('is found in spite of a slip of the keyboard, and enrolled with the stay the session speaks of', async () => {
    const network = await aNetwork()
    const { session } = await aSession(network)
    const { learner, mobility } = await aLearner(network, 'Nolwenn', 'Guéguen')
    const browser = (await aServer(network)).browserOf(network.anne)
    const page = `/sessions/${session.id}/enrol`
    const { text } = await browser.get(`${page}?q=nolwen+gueguin`)
    expect(text).toContain('Nolwenn Guéguen')
    expect(text).toContain('Brême')
    expect((await browser.submit(page, page, { learnerId: learner.id })).status).toBe(303)
    const places = await listEnrolments(network.db, session.id)
    expect(places.at(-1)).toMatchObject({ learner: { id: learner.id }, mobility: { id: mobility.id } })
  })

  test('is recorded with a stay in one form; half a stay comes back with what was typed', async () => {
    const network = await aNetwork()
    const { session } = await aSession(network)
    const browser = (await aServer(network)).browserOf(network.anne)
    const page = `/sessions/${session.id}/enrol`
    const person = { organisationId: network.quimper, givenName: 'Lou', familyName: 'Le Gall' }
    const half = await browser.submit(page, `${page}/new`, { ...person, hostTown: 'Séville' })
    expect(half.status).toBe(422)
    expect(half.text).toContain('value="Séville"')
    expect(half.text).toContain('il faut le pays et les deux dates')
    const whole = await browser.submit(page, `${page}/new`, {
      ...person,
      hostCountry: 'Espagne',
      hostTown: 'Séville',
      startsOn: '2026-04-01',
      endsOn: '30/06/2026',
    })
    expect(whole.status).toBe(303)
    const places = await listEnrolments(network.db, session.id)
    expect(places.at(-1)).toMatchObject({ learner: { givenName: 'Lou' }, mobility: { hostCountry: 'ES' } })
  })

  test('two people of one name without a day of birth: the form asks for it', async () => {
    const network = await aNetwork()
    const { session } = await aSession(network)
    const enrolLou = (birthDate?: string) =>
      enrolNewcomer(network.deps, network.anne, {
        sessionId: session.id,
        organisationId: network.quimper,
        givenName: 'Lou',
        familyName: 'Le Gall',
        ...(birthDate === undefined ? {} : { birthDate: day(birthDate) }),
      })
    await enrolLou('2005-01-01')
    await enrolLou('2006-02-02')
    await expect(enrolLou()).rejects.toMatchObject({
      code: 'already-exists',
      problems: [{ field: 'birthDate' }],
    })
    expect(await listEnrolments(network.db, session.id)).toHaveLength(4)
  })

  test('loses the place when nothing was said there; never once something was', async () => {
    const network = await aNetwork()
    const { session, ines, malo } = await aSession(network, { competences: [TEAM] })
    const { db, deps, anne, stranger } = network
    const remove = (enrolmentId: string, actor = anne) =>
      removeEnrolment(deps, actor, { sessionId: session.id, enrolmentId })
    const refused = { code: 'invalid-input', problems: [{ message: 'fields.placeHasWords' }] }
    await expect(remove(ines.enrolmentId)).rejects.toMatchObject(refused)
    for (const { enrolmentId } of [ines, malo])
      await setAttendance(db, deps, anne, { sessionId: session.id, enrolmentId, attendance: 'expected' })
    await setAssessments(db, deps, anne, {
      sessionId: session.id,
      changes: [{ enrolmentId: ines.enrolmentId, competence: TEAM, voice: 'declared', level: 'not-yet' }],
    })
    await expect(remove(ines.enrolmentId)).rejects.toMatchObject(refused)
    await expect(remove(malo.enrolmentId, stranger)).rejects.toMatchObject({ code: 'not-found' })
    await remove(malo.enrolmentId)
    expect(await listEnrolments(db, session.id)).toHaveLength(1)
    await expect(remove(malo.enrolmentId)).rejects.toMatchObject({ code: 'not-found' })
    expect(await db('learners').where({ id: malo.learner.id })).toHaveLength(1)
  })

  test('somebody named from elsewhere, who has no roster here, is told whom to ask', async () => {
    const world = await aSharedSession()
    const browser = (await aServer(world, [world.namedOutsider])).browserOf(world.namedOutsider)
    const { status, text } = await browser.get(`/sessions/${world.session.id}/enrol?q=ines`)
    expect(status).toBe(200)
    expect(text).toContain('demandez à une de ses équipes')
    expect(text).not.toContain('Bernard')
  })
})

describe('the list of sessions', () => {
  test('says what is to validate, what comes and what is signed, and finds by word', async () => {
    const network = await aNetwork()
    const { coordinator } = network
    const later = { startsOn: day('2026-09-01'), endsOn: day('2026-09-01') }
    await aSession(network, { title: 'Départ d’automne', kind: 'departure', ...later })
    await aSession(network, { title: 'Retour d’été' })
    const browser = (await aServer(network)).browserOf(coordinator)
    const all = await browser.get('/sessions')
    expect(all.text.indexOf('Retour d’été')).toBeLessThan(all.text.indexOf('Départ d’automne'))
    expect(all.text).toContain('À venir')
    const found = await browser.get('/sessions?q=ETE')
    expect(found.text).toContain('Retour d’été')
    expect(found.text).not.toContain('Départ d’automne')
    const none = await browser.get('/sessions?q=zzz')
    expect(none.text).toContain('Aucune session ne correspond')
  })
})
