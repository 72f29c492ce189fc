import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  findCompetence,
  offeredFrameworks,
  recogniseCompetence,
} from '../../../server/issuer/achievements/index.ts'
import {
  createFramework,
  loadFrameworks,
  moveCompetence,
  publishFramework,
  readFramework,
  retireCompetence,
  saveCompetence,
} from '../../../server/issuer/frameworks/index.ts'
import { findStaffActor } from '../../../server/access/accounts/index.ts'
import type { EnrolmentId, TrainingSessionId } from '../../../server/kernel/ids.ts'
import { setAssessments, signSession } from '../../../server/records/assessments/index.ts'
import { addCompetences } from '../../../server/records/training-sessions/index.ts'
import { openNetwork, OPERATOR, saidOn, type Network } from '../../support/app-world.ts'

const words = (text: string) => ({ fr: `${text} (fr)`, en: `${text} (en)` })
const SKILL = 'http://data.europa.eu/esco/skill/00090cc1-1f27-439e-a4e0-19a87a501bfc'

const content = (name: string) => ({
  label: words(name),
  short: words('Accueil'),
  description: words(`${name}, en une phrase`),
  esco: [{ uri: SKILL, label: words('recenser les services') }],
  keyCompetence: 'KC6' as const,
  levels: [1, 2, 3, 4].map((level) => words(`niveau ${level}`)),
})

describe('a framework that the network writes', () => {
  let network: Network
  let id: string
  beforeAll(async () => {
    network = await openNetwork()
    const made = await createFramework(network.services, OPERATOR, { name: words('Notre région') })
    id = made.id
  })
  afterAll(() => network.close())

  const codes = () => ownCompetences().map(({ code }) => code)
  const ownCompetences = () => offeredFrameworks().find((one) => one.id === id)?.competences ?? []

  it('is seen by nobody before it is published', async () => {
    const { services } = network
    await saveCompetence(services, OPERATOR, { frameworkId: id, content: content('Accueillir du public') })
    expect(ownCompetences()).toEqual([])
    expect(await publishFramework(services, OPERATOR, id)).toEqual({ version: 1, published: 1, left: 0 })
    const [code = ''] = codes()
    expect(code).toMatch(/^ACCUEIL-[0-9A-Z]{4}$/)
    expect(findCompetence(code)).toMatchObject({
      kind: 'autonomy',
      keyCompetence: { code: 'KC6', label: { fr: 'Compétences citoyennes' } },
    })
    expect(findCompetence(code)?.levels[2]).toMatchObject({
      code: '3',
      label: { fr: 'avec initiative' },
      description: { fr: 'niveau 3 (fr)' },
    })
    // a spreadsheet may name it
    expect(recogniseCompetence('Accueillir du public (FR)')?.code).toBe(code)
    await expect(publishFramework(services, OPERATOR, id)).rejects.toMatchObject({
      code: 'nothing-to-publish',
    })
  })

  it('keeps the words of what was signed, whatever is written afterwards', async () => {
    const { services, db, open, accounts } = network
    const [former = ''] = codes()
    const sessionId: TrainingSessionId = open.sessionId
    await addCompetences(db, services, OPERATOR, { sessionId, competences: [former] })
    await db('enrolments').where({ session_id: sessionId }).update({ attendance: 'present' })
    await setAssessments(db, services, OPERATOR, {
      sessionId,
      changes: [
        { enrolmentId: open.enrolmentId as EnrolmentId, competence: former, voice: 'attested', level: '3' },
      ],
    })
    const framework = await readFramework(db, id)
    await saveCompetence(services, OPERATOR, {
      frameworkId: id,
      competenceId: framework.competences[0]?.id,
      content: content('Recevoir les visiteurs'),
    })
    await publishFramework(services, OPERATOR, id)
    const [now = ''] = codes()
    expect(now).not.toBe(former)
    // the session that was prepared with the former words goes on with them
    const trainer = await findStaffActor(db, accounts.trainer)
    if (trainer === undefined) throw new Error('no trainer')
    await signSession(services, trainer, { sessionId })
    const rows = (await db('credentials').where({ session_id: sessionId, kind: 'competence' })) as {
      code: string
      signed: string
    }[]
    const signed = rows.find((row) => row.signed.includes(former))
    expect(signed?.signed).toContain('Accueillir du public (fr)')
    const stranger = await network.browse()
    const verdict = saidOn(await stranger.open(`/v/${signed?.code ?? ''}`))
    expect(verdict).toContain('Accueillir du public (fr)')
    expect(verdict).not.toContain('Recevoir les visiteurs')
    // read in another language it is still the former version
    expect(saidOn(await stranger.open(`/v/${signed?.code ?? ''}?lang=en`))).toContain(
      'Accueillir du public (en)',
    )
    for (const [code, name] of [
      [former, 'Accueillir du public (fr)'],
      [now, 'Recevoir les visiteurs (fr)'],
    ])
      expect(saidOn(await stranger.open(`/achievements/${code ?? ''}/fr`))).toContain(name)
  })

  it('stops offering what it retires, and keeps it for those who have it', async () => {
    const { services, db } = network
    const [known = ''] = codes()
    await saveCompetence(services, OPERATOR, { frameworkId: id, content: content('Une autre') })
    const first = (await readFramework(db, id)).competences[0]?.id ?? ''
    await moveCompetence(services, OPERATOR, { frameworkId: id, competenceId: first, towards: 'down' })
    await retireCompetence(services, OPERATOR, { frameworkId: id, competenceId: first, retired: true })
    expect((await readFramework(db, id)).competences.map(({ state }) => state)).toEqual(['new', 'leaving'])
    expect(await publishFramework(services, OPERATOR, id)).toEqual({ version: 3, published: 1, left: 1 })
    expect(codes()).not.toContain(known)
    expect(findCompetence(known)?.label.fr).toBe('Recevoir les visiteurs (fr)')
    await retireCompetence(services, OPERATOR, { frameworkId: id, competenceId: first, retired: false })
    await publishFramework(services, OPERATOR, id)
    expect(codes()).toHaveLength(2)
  })

  it('is known again after a start', async () => {
    const before = ownCompetences()
    await loadFrameworks(network.db)
    expect(ownCompetences()).toEqual(before)
  })
})

describe('the pages of frameworks', () => {
  let network: Network
  beforeAll(async () => {
    network = await openNetwork()
  })
  afterAll(() => network.close())

  const filled = {
    labelFr: 'Accueillir',
    labelEn: 'Welcoming',
    shortFr: 'Accueil',
    shortEn: 'Welcome',
    descriptionFr: 'Met les gens à l’aise.',
    descriptionEn: 'Puts people at ease.',
    keyCompetence: 'KC6',
    ...Object.fromEntries(
      [1, 2, 3, 4].flatMap((n) => ['Fr', 'En'].map((end) => [`level${n}${end}`, `Fait ${n}`])),
    ),
  }

  it('lead from a name to a published competence, and keep what was typed', async () => {
    const admin = await network.browse('admin')
    const empty = await admin.send('/admin/frameworks', { nameFr: 'Notre région', nameEn: '' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('value="Notre région"')
    const path = `/admin/frameworks/${network.framework}`
    const half = await admin.send(`${path}/competences/new`, { ...filled, labelEn: '', action: 'save' })
    expect(half.status).toBe(422)
    expect(half.text).toContain('value="Accueillir"')
    expect((await admin.send(`${path}/competences/new`, { ...filled, action: 'save' })).status).toBe(303)
    expect(saidOn(await admin.open(path))).toContain('À publier')
    expect((await admin.send(`${path}/publish`)).status).toBe(303)
    expect(saidOn(await admin.open(path))).toContain('publié, version 1')
    expect(saidOn(await (await network.browse()).open('/achievements'))).toContain('Accueillir')
    expect((await admin.send(`${path}/publish`)).status).toBe(409)
  })

  it('find ESCO skills without a script, and say which row of a file is wrong', async () => {
    const admin = await network.browse('admin')
    const esco = (text: string, version = '1.1.1') =>
      admin.upload('/admin/esco', Buffer.from(text), 'skills_fr.csv', { language: 'fr', version })
    const good = `conceptUri,preferredLabel,altLabels\n${SKILL},recenser les services disponibles,\n`
    const wrong = await esco(`${good}http://exemple.fr/x,accueillir,\n`)
    expect([wrong.status, saidOn(wrong).includes('Ligne 3, colonne « conceptUri »')]).toEqual([422, true])
    expect(saidOn(await esco('nom,prénom\na,b\n'))).toContain('pas de colonne « conceptUri »')
    expect((await esco(good, 'la dernière')).status).toBe(422)
    expect(await network.db('esco_skills')).toEqual([])
    expect((await esco(good)).status).toBe(303)

    const path = `/admin/frameworks/${network.framework}/competences/new`
    const found = await admin.send(path, { ...filled, action: 'search', search: 'recencer service' })
    expect(found.status).toBe(200)
    expect(saidOn(found)).toContain('recenser les services disponibles')
    expect(found.text).toContain('value="Accueillir"')
    const answer = await admin.open('/admin/esco/search?q=recens', 'application/json')
    expect(answer.body).toEqual({ skills: [{ uri: SKILL, label: 'recenser les services disponibles' }] })

    await admin.send(path, { ...filled, labelFr: 'Recenser', action: 'save', esco: SKILL })
    const { competences } = await readFramework(network.db, network.framework)
    expect(competences.at(-1)?.content.esco).toEqual([
      {
        uri: SKILL,
        label: { fr: 'recenser les services disponibles', en: 'recenser les services disponibles' },
      },
    ])
    const four = Array.from({ length: 4 }, (_, index) => `${SKILL}${index}`)
    expect((await admin.send(path, { ...filled, action: 'save', esco: four })).status).toBe(422)
  })
})
