import { describe, expect, it } from 'vitest'
import { listEvents } from '../../../server/access/audit/index.ts'
import { currentOrNewSlip, issueSlip } from '../../../server/holder/slips/index.ts'
import { findPassportOf } from '../../../server/holder/passports/index.ts'
import { listCredentialsOfLearner } from '../../../server/issuer/credentials/index.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import { listLearners } from '../../../server/records/learners/index.ts'
import { listMobilities } from '../../../server/records/mobilities/index.ts'
import { applyImport, readTable } from '../../../server/records/imports/index.ts'
import { OPERATOR, saidOn, snapshot } from '../../support/app-world.ts'
import { twoStructures, ZEPHYRINE, type TwoStructures } from './two-structures.ts'

const STAY = `${ZEPHYRINE};27/03/2026`
const signIn = { sign: true } as const

/** Her record in each structure. */
async function records({ db }: TwoStructures, { id }: { id: string }) {
  const rows = await db('learners')
    .where({ organisation_id: id })
    .select<{ id: LearnerId; given_name: string; merged_into: string | null }[]>(
      'id',
      'given_name',
      'merged_into',
    )
  return rows.find((row) => row.given_name === 'Zéphyrine')
}

async function herTwoRecords(world: TwoStructures): Promise<{ from: LearnerId; into: LearnerId }> {
  const from = await records(world, world.home)
  const into = await records(world, world.away)
  if (from === undefined || into === undefined) throw new Error('she is not in both structures')
  return { from: from.id, into: into.id }
}

describe('somebody whom both structures know by name and day of birth', () => {
  it('has one record afterwards, with every session, stay and credential of either', async () => {
    const world = await twoStructures()
    const { db } = world
    await world.importInto('away', [`${STAY};3;4`], signIn)
    const { from, into } = await herTwoRecords(world)
    const credentials = async (id: string) => (await listCredentialsOfLearner(db, id)).length
    const [held, too] = [await credentials(from), await credentials(into)]
    await world.merge()
    expect(
      (await listLearners(db, world.away.id)).filter(({ birthDate }) => birthDate === '2005-02-14'),
    ).toEqual([expect.objectContaining({ id: into })])
    expect((await records(world, world.home))?.merged_into).toBe(into)
    const places = await db('enrolments').where({ learner_id: into }).select('session_id')
    expect(places).toHaveLength(3)
    expect(await db('enrolments').where({ learner_id: from }).select('id')).toEqual([])
    // and one passport more, which brings them together
    expect(await credentials(into)).toBe(held + too + 1)
    expect(await credentials(from)).toBe(0)
    const events = await listEvents(db, { subject: { type: 'learner', id: into } })
    expect(events.find(({ action }) => action === 'learner.merged')?.details).toEqual({ from })
  })

  it('holds one passport with what both signed, opened by the slips of both; a new slip ends both', async () => {
    const world = await twoStructures()
    const { services, db } = world
    await world.importInto('away', [`${STAY};3;4`], signIn)
    const { from, into } = await herTwoRecords(world)
    const slips = [
      await currentOrNewSlip(services, OPERATOR, from),
      await currentOrNewSlip(services, OPERATOR, into),
    ]
    await world.merge()
    const passport = await findPassportOf(db, into, 'fr')
    expect(new Set(passport?.content.attestations.map(({ organisation }) => organisation))).toEqual(
      new Set(['CFA de Brest', 'Mission locale du Léon']),
    )
    const code = passport?.record.code ?? ''
    const reader = await world.browse()
    for (const { slip } of slips) {
      await reader.open(`/s/${slip}`).expect(303)
      expect((await reader.open('/me/show')).text).toContain(code.slice(0, 4))
    }
    const verdict = await reader.open(`/v/${code}`)
    expect(verdict.text).toContain('data-verdict="verified"')
    expect(saidOn(verdict)).toContain('Mission locale du Léon (aujourd’hui : CFA de Brest)')
    await issueSlip(services, OPERATOR, into)
    for (const { slip } of slips) expect((await reader.open(`/s/${slip}`)).status).toBe(410)
  })

  it('has each stay once; one told differently keeps its words in each session', async () => {
    const world = await twoStructures()
    const { db } = world
    // the same stay, ended a day later according to the other structure; and one that only the other knows
    await world.importInto('away', [`${ZEPHYRINE};28/03/2026;3;4`])
    await world.importInto(
      'away',
      ['Quillévéré;Zéphyrine;14/02/2005;Stage;Cork Ltd;Irlande;04/05/2026;29/05/2026;3;3'],
      {
        title: 'Encore un',
      },
    )
    const { from, into } = await herTwoRecords(world)
    const preview = await world.services.structureRecords.compare(db, {
      from: world.home.id,
      into: world.away.id,
    })
    expect(preview.toldTwice.map(({ id }) => id)).toEqual([from])
    const told = () =>
      db('enrolments')
        .join('mobilities', 'mobilities.id', 'enrolments.mobility_id')
        .orderBy('enrolments.id')
        .select('enrolments.id', 'mobilities.host_country', 'mobilities.ends_on')
    const before: unknown = await told()
    await world.merge()
    expect(await told()).toEqual(before)
    expect((await listMobilities(db, [into])).map(({ hostCountry }) => hostCountry).sort()).toEqual([
      'DE',
      'IE',
    ])
  })

  it('completes the record that stays with what only the other knew', async () => {
    const world = await twoStructures()
    const { db } = world
    // the other structure knows the country and the days of the stay, not the host
    await world.importInto('away', ['Quillévéré;Zéphyrine;14/02/2005;;;Allemagne;05/01/2026;27/03/2026;3;4'])
    const { from, into } = await herTwoRecords(world)
    await db('learners').where({ id: from }).update({ email: 'zephyrine@exemple.fr' })
    await world.merge()
    expect((await listLearners(db, world.away.id)).find(({ id }) => id === into)?.email).toBe(
      'zephyrine@exemple.fr',
    )
    expect((await listMobilities(db, [into])).map(({ hostName }) => hostName)).toEqual([
      'Tischlerei Adventure',
    ])
  })

  it('is imported again into that one record', async () => {
    const world = await twoStructures()
    await world.importInto('away', [`${STAY};3;4`])
    await world.merge()
    const { into } = await herTwoRecords(world)
    const { enrolments } = await applyImport(world.services, OPERATOR, {
      table: readTable(Buffer.from('Nom;Prénom;Date de naissance\nQuillévéré;Zéphyrine;14/02/2005\n')),
      session: {
        kind: 'new',
        sessionKind: 'return',
        locale: 'fr',
        organisationId: world.away.id,
        title: 'Après',
      },
    })
    expect(enrolments.map(({ learnerId }) => learnerId)).toEqual([into])
  })
})

describe('what an admin decides', () => {
  it('the same name without a day of birth: nobody is made one person unless somebody says so', async () => {
    const world = await twoStructures()
    await world.importInto('home', ['Le Bras;Maïwenn;;;;;;;3;3'])
    await world.importInto('away', ['LE BRAS;Maïwenn;;;;;;;2;2'], { title: 'Là-bas' })
    const before = await snapshot(world)
    await expect(world.merge()).rejects.toMatchObject({
      code: 'merge-undecided',
      problems: [{ field: 'onePerson', params: { value: 'Maïwenn Le Bras' } }],
    })
    expect(await snapshot(world)).toEqual(before)
    const { doubtful } = await world.services.structureRecords.compare(world.db, {
      from: world.home.id,
      into: world.away.id,
    })
    const stranger = world.signed.learnerId as LearnerId
    await expect(world.merge({ onePerson: [stranger] })).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await world.merge({ onePerson: doubtful.map(({ id }) => id) })
    const names = (await listLearners(world.db, world.away.id)).map(({ givenName }) => givenName)
    expect(names.filter((name) => name === 'Maïwenn')).toHaveLength(1)
  })

  it('another day of birth is another person: both records stay', async () => {
    const world = await twoStructures()
    await world.importInto('away', ['Quillévéré;Zéphyrine;15/02/2005;;;;;;3;3'])
    await world.importInto('away', ['Kermadec;Hippolyte;;;;;;;3;3'], { title: 'Sans date' })
    const { namesakes, same } = await world.services.structureRecords.compare(world.db, {
      from: world.home.id,
      into: world.away.id,
    })
    expect(same).toEqual([])
    expect(namesakes.map(({ name }) => name).sort()).toEqual(['Hippolyte Kermadec', 'Zéphyrine Quillévéré'])
    await world.merge()
    expect(await listLearners(world.db, world.away.id)).toHaveLength(5)
  })

  it('two places in a session that is not signed are named, and the session is signed first', async () => {
    const world = await twoStructures()
    const { db, open } = world
    await world.importInto('away', [`${STAY};3;4`])
    const { into } = await herTwoRecords(world)
    const place = await db('enrolments').where({ id: open.enrolmentId }).first<Record<string, string>>()
    await db('enrolments').insert({ ...place, id: crypto.randomUUID(), learner_id: into })
    const before = await snapshot(world)
    await expect(world.merge()).rejects.toMatchObject({
      code: 'merge-undecided',
      problems: [{ field: 'twice', params: { value: 'Zéphyrine Quillévéré (Retour ouvert)' } }],
    })
    expect(await snapshot(world)).toEqual(before)
    const page = await (
      await world.browse('admin')
    ).open(`/admin/organisations/${world.home.slug}/merge?into=${world.away.slug}`)
    expect(saidOn(page)).toContain('Zéphyrine Quillévéré · Retour ouvert')
    expect(page.text).not.toContain('name="typedName"')
    await db('training_sessions').where({ id: open.sessionId }).update({ signed_at: '2026-07-03T10:00:00Z' })
    await world.merge()
    expect(await db('enrolments').where({ session_id: open.sessionId }).select('id')).toHaveLength(3)
  })
})

describe('the page of a merger', () => {
  it('goes from the choice to the preview to the name typed, and keeps what was ticked', async () => {
    const world = await twoStructures()
    const { home, away } = world
    await world.importInto('home', ['Le Bras;Maïwenn;;;;;;;3;3'])
    await world.importInto('away', ['Le Bras;Maïwenn;;;;;;;2;2', `${STAY};3;4`], { title: 'Là-bas' })
    const soizic = await world.browse('admin')
    const path = `/admin/organisations/${home.slug}/merge`
    expect((await soizic.open(path)).text).toContain(`value="${away.slug}"`)
    const preview = saidOn(await soizic.open(`${path}?into=${away.slug}`))
    for (const said of ['3 personnes dans l’équipe', '3 jeunes', '2 sessions à signer', '1 session signée'])
      expect(preview).toContain(said)
    expect(preview).toContain('Une personne est connue des deux')
    expect(preview).toContain('Maïwenn Le Bras : une seule et même personne')
    const undecided = await soizic.send(path, { into: away.slug, typedName: home.name })
    expect(undecided.status).toBe(409)
    expect(saidOn(undecided)).toContain('Maïwenn Le Bras : dites si c’est une seule et même personne')
    const [, id = ''] = /name="onePerson" value="([^"]+)"/.exec(undecided.text) ?? []
    const wrongName = await soizic.send(path, { into: away.slug, typedName: 'autre', onePerson: id })
    expect(wrongName.status).toBe(422)
    expect(wrongName.text).toContain(`value="${id}" checked`)
    const done = await soizic.send(path, {
      into: away.slug,
      typedName: 'mission LOCALE du léon',
      onePerson: id,
    })
    expect(done.headers['location']).toBe(`/admin/organisations/${away.slug}`)
    const gone = saidOn(await soizic.open(`/admin/organisations/${home.slug}`))
    expect(gone).toContain('Réunie à « CFA de Brest »')
    expect(gone).not.toContain('Rouvrir')
    for (const lang of ['fr', 'en']) expect((await soizic.open(`${path}?lang=${lang}`)).status).toBe(303)
  })
})
