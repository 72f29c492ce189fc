import { describe, expect, it, test } from 'vitest'
import { listOrganisations } from '../../../server/access/organisations/index.ts'
import { AppError } from '../../../server/kernel/errors.ts'
import type { Actor } from '../../../server/kernel/roles.ts'
import { applyImport, type ImportTarget } from '../../../server/records/imports/index.ts'
import { readGrid } from '../../../server/records/assessments/index.ts'
import { saveLearner } from '../../../server/records/learners/index.ts'
import { findSession, listSessions } from '../../../server/records/training-sessions/index.ts'
import { ADAPT, aNetwork, aSession, NOW, operator, TEAM } from '../training-sessions/a-network.ts'
import { CHLOE, HEADER, MALO, table } from './a-spreadsheet.ts'

async function open() {
  const network = await aNetwork()
  const { session, ...people } = await aSession(network)
  const apply = (rows: readonly (readonly string[])[], actor: Actor = network.coordinator) =>
    applyImport(network, actor, {
      table: table(...rows),
      session: { kind: 'existing', sessionId: session.id },
    })
  /** Everything the tables say, without the columns that only tell when. */
  const everything = async (): Promise<unknown> =>
    Promise.all(
      [
        'learners',
        'mobilities',
        'enrolments',
        'assessments',
        'training_sessions',
        'audit_events',
        'organisations',
      ].map((name) => network.db(name).orderBy('id')),
    )
  const grid = async () => {
    const found = await findSession(network.db, session.id)
    return readGrid(network.db, found ?? expect.fail('no session'))
  }
  return { ...network, ...people, session, apply, everything, grid }
}

const ROWS = [
  [
    ...HEADER,
    'Programme',
    'Ville',
    'Présence',
    'Observation',
    'Objectifs',
    'Bilan',
    TEAM,
    `${TEAM} (déclaré)`,
    ADAPT,
    'Allemand',
  ],
  [
    ...CHLOE,
    'Erasmus+ EFP',
    'Leipzig',
    'oui',
    'A tenu la caisse',
    'Oser parler',
    'Vente',
    '3',
    '2',
    'pas encore',
    'B1',
  ],
  [...MALO, 'CES', 'Cork', 'non', '', '', '', '', '4', '', ''],
]

describe('importing a session', () => {
  it('records people, stays, attendance, observation and levels in their voices', async () => {
    const { apply, grid } = await open()
    const result = await apply(ROWS)
    expect(result).toMatchObject({ created: 2, updated: 0, unchanged: 0 })
    const { rows, session } = await grid()
    expect(session.competences).toEqual([TEAM, ADAPT, 'LANG-DE'])
    const chloe = rows.find(({ enrolment }) => enrolment.id === result.enrolments[0]?.enrolmentId)
    expect(chloe?.enrolment).toMatchObject({
      learner: { givenName: 'Chloé', birthDate: '2005-02-14' },
      mobility: {
        programme: 'KA121-VET',
        hostTown: 'Leipzig',
        hostCountry: 'DE',
        departureObjectives: 'Oser parler',
        returnSummary: 'Vente',
      },
      attendance: 'present',
      observation: 'A tenu la caisse',
    })
    expect(
      chloe?.cells.map(({ declared, attested, confirmed }) => [
        declared?.level,
        attested?.level,
        confirmed?.level,
      ]),
    ).toEqual([
      ['2', '3', undefined],
      [undefined, 'not-yet', undefined],
      [undefined, 'B1', undefined],
    ])
    expect(rows.find(({ enrolment }) => enrolment.learner.givenName === 'Malo')?.enrolment.attendance).toBe(
      'present',
    )
    expect(
      rows.find(({ enrolment }) => enrolment.learner.familyName === 'Le Goff')?.enrolment.attendance,
    ).toBe('absent')
  })

  it('changes nothing at all the second time, and says so', async () => {
    const { apply, everything } = await open()
    const first = await apply(ROWS)
    const before = await everything()
    const second = await apply(ROWS)
    expect(second).toMatchObject({ created: 0, updated: 0, unchanged: 2, enrolments: first.enrolments })
    expect(await everything()).toEqual(before)
  })

  it('reads a corrected file as corrections: an empty cell erases nothing', async () => {
    const { apply, grid, db } = await open()
    await apply(ROWS)
    const corrected = [...HEADER, 'Programme', 'Observation', TEAM]
    const result = await apply([
      corrected,
      ['DUPONT', 'Chloé', '14/02/2005', 'Allemagne', '12/01/2026', '27/03/2026', '', '', '4'],
    ])
    expect(result).toMatchObject({ created: 0, updated: 1, unchanged: 0 })
    const chloe = (await grid()).rows.find(
      ({ enrolment }) => enrolment.id === result.enrolments[0]?.enrolmentId,
    )
    expect(chloe?.enrolment).toMatchObject({
      learner: { familyName: 'DUPONT' },
      mobility: { startsOn: '2026-01-12', programme: 'KA121-VET', hostTown: 'Leipzig' },
      observation: 'A tenu la caisse',
    })
    expect(chloe?.cells[0]).toMatchObject({ attested: { level: '4' }, declared: { level: '2' } })
    expect(await db('learners').where({ family_name: 'Dupont' })).toHaveLength(0)
  })

  it('imports nothing when one cell is wrong, and names every cell', async () => {
    const { apply, everything } = await open()
    const before = await everything()
    const error = await apply([
      [...HEADER, TEAM],
      [...CHLOE, '3'],
      [...MALO, '9'],
      ['Kerrien', 'Zoé', '31/02/2005', '', '', '', ''],
    ]).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({
      code: 'import-has-errors',
      params: { count: 2 },
      problems: [
        { field: 'G3', message: 'imports.cellLevel' },
        { field: 'C4', message: 'imports.cellDateImpossible' },
      ],
    })
    expect(await everything()).toEqual(before)
  })

  it('leaves nothing behind when the database gives up in the middle', async () => {
    const { apply, everything, db } = await open()
    const before = await everything()
    await db.schema.renameTable('assessments', 'assessments_away')
    await expect(apply(ROWS)).rejects.toThrow()
    await db.schema.renameTable('assessments_away', 'assessments')
    expect(await everything()).toEqual(before)
  })

  it('refuses a confirmation when the session moved since the dry run', async () => {
    const { coordinator, session, ...network } = await open()
    const input = { table: table(...ROWS), session: { kind: 'existing', sessionId: session.id } as const }
    await expect(
      applyImport(network, coordinator, { ...input, expected: '0'.repeat(64) }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('does not reach people of another structure: the same name is another person there', async () => {
    const { apply, db, deps, brest, quimper } = await open()
    await db.transaction((trx) =>
      saveLearner(trx, deps, operator, { organisationId: brest, givenName: 'Chloé', familyName: 'Dupont' }),
    )
    const theirs = await db('learners').where({ organisation_id: brest })
    const done = await apply([
      [...HEADER, 'Structure'],
      [...CHLOE, 'Lycée maritime de Brest'],
    ])
    expect(done).toMatchObject({ created: 1 })
    expect(await db('learners').where({ organisation_id: brest })).toEqual(theirs)
    expect(await db('learners').where({ organisation_id: quimper, family_name: 'Dupont' })).toHaveLength(1)
  })

  it('refuses a new level in a signed session, and writes nothing', async () => {
    const { apply, everything, db, session } = await open()
    await apply(ROWS)
    await db('training_sessions').where({ id: session.id }).update({ signed_at: NOW })
    const before = await everything()
    await expect(
      apply([
        [...HEADER, TEAM],
        [...CHLOE, '1'],
      ]),
    ).rejects.toMatchObject({
      code: 'import-has-errors',
      problems: [{ field: 'G2', message: 'imports.cellSessionSigned' }],
    })
    expect(await apply(ROWS)).toMatchObject({ unchanged: 2, created: 0, updated: 0 })
    expect(await everything()).toEqual(before)
  })

  it('lets two people import the same file at once: everybody is there once', async () => {
    const { apply, db } = await open()
    const results = await Promise.allSettled([apply(ROWS), apply(ROWS)])
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'changed-meanwhile' })
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await db('learners').whereIn('family_name', ['Dupont', 'Le Goff'])).toHaveLength(2)
  })
})

describe('a file that describes its own session', () => {
  const target: ImportTarget = { kind: 'new', sessionKind: 'return', locale: 'fr' }
  const rows = [
    ['Nom', 'Prénom', 'Structure', 'Session', 'Date de session', 'Lieu', TEAM],
    ['Dupont', 'Chloé', 'Lycée maritime de Brest', 'Retour d’Irlande', '03/07/2026', 'Quimper', '3'],
    ['Le Goff', 'Malo', 'Mission locale de Quimper', 'Retour d’Irlande', '03/07/2026', 'Quimper', '2'],
    ['Kerrien', 'Inès', 'Mission locale de Quimper', '', '', '', '1'],
  ]

  it('makes the session once, in the structure most rows name', async () => {
    const network = await aNetwork()
    const first = await applyImport(network, operator, { table: table(...rows), session: target })
    expect(await findSession(network.db, first.sessionId)).toMatchObject({
      title: 'Retour d’Irlande',
      organisationId: network.quimper,
      startsOn: '2026-07-03',
      place: 'Quimper',
      competences: [TEAM],
    })
    const second = await applyImport(network, operator, { table: table(...rows), session: target })
    expect(second).toMatchObject({ sessionId: first.sessionId, unchanged: 3 })
    expect(await listSessions(network.db, operator)).toHaveLength(1)
  })

  it('does not mix two groups whose files say nothing of the session', async () => {
    const network = await aNetwork()
    const session: ImportTarget = { ...target, organisationId: network.quimper }
    const run = (...people: string[][]) =>
      applyImport(network, operator, { table: table(['Nom', 'Prénom', TEAM], ...people), session })
    const sign = (id: string) => network.db('training_sessions').where({ id }).update({ signed_at: NOW })
    const first = await run(['Dupont', 'Chloé', '3'])
    await sign(first.sessionId)
    const second = await run(['Le Goff', 'Malo', '2'])
    await sign(second.sessionId)
    expect(second.sessionId).not.toBe(first.sessionId)
    expect(await run(['Dupont', 'Chloé', '3'])).toMatchObject({ sessionId: first.sessionId, unchanged: 1 })
    expect(await run(['Le Goff', 'Malo', '2'])).toMatchObject({ sessionId: second.sessionId, unchanged: 1 })
    await expect(run(['Dupont', 'Chloé', '3'], ['Kerrien', 'Inès', '1'])).rejects.toMatchObject({
      problems: [{ message: 'imports.rowNotInSignedSession' }],
    })
  })

  it('creates the structures nobody knows when the operator asks for it', async () => {
    const network = await aNetwork()
    const unknown = rows.map((row) =>
      row.map((cell) => cell.replace(/Mission locale.*|Lycée maritime.*/, 'CRIJ de Rennes')),
    )
    const input = { table: table(...unknown), session: target }
    await expect(applyImport(network, operator, input)).rejects.toMatchObject({ code: 'invalid-input' })
    await applyImport(network, operator, { ...input, createStructures: true })
    const names = (await listOrganisations(network.db)).map(({ name }) => name)
    expect(names.filter((name) => name === 'CRIJ de Rennes')).toHaveLength(1)
    expect(await applyImport(network, operator, { ...input, createStructures: true })).toMatchObject({
      unchanged: 3,
    })
  })

  it('refuses two sessions in one file, and a structure of somebody else', async () => {
    const network = await aNetwork()
    const two = rows.map((row, at) => (at === 2 ? row.with(3, 'Retour d’Espagne') : row))
    await expect(
      applyImport(network, operator, { table: table(...two), session: target }),
    ).rejects.toMatchObject({
      problems: [{ field: 'D', message: 'imports.columnManySessions' }],
    })
    const session: ImportTarget = { ...target, organisationId: network.brest }
    await expect(
      applyImport(network, network.anne, { table: table(...rows), session }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

/** Numbers that look random and are the same each run (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

describe('whatever the file', () => {
  const GIVEN = ['Chloé', 'Malo', 'Inès', 'Zoë', 'Thị Ánh', 'محمد', "M'Baye", 'Jean-Noël', 'Éloi']
  const FAMILY = ['Dupont', 'Le Goff', "N'Diaye", 'Nguyễn', 'عبد الله', 'D’Ornano', 'Garcia-Lopez']
  const COUNTRIES = ['Allemagne', 'IRLANDE', 'es', 'Pays Bas', '']

  function someFile(seed: number): string[][] {
    const random = randomFrom(seed)
    const pick = (values: readonly string[]): string => values[random(values.length)] ?? ''
    const two = (value: number): string => String(value).padStart(2, '0')
    const rows = Array.from({ length: 1 + random(6) }, (_, at) => {
      const country = pick(COUNTRIES)
      const dates =
        country === ''
          ? ['', '']
          : [`${two(1 + random(28))}/0${1 + random(3)}/2026`, `${two(1 + random(28))}/0${4 + random(5)}/2026`]
      const person = [pick(FAMILY), pick(GIVEN), `${two(1 + random(28))}/${two(1 + random(12))}/${2000 + at}`]
      return [
        ...person,
        country,
        ...dates,
        pick(['oui', 'non', '']),
        pick(['1', '2', '3', '4', 'pas encore', '']),
        pick(['', '2', '3']),
        pick(['A1', 'b2', '']),
      ]
    })
    return [[...HEADER, 'Présence', TEAM, `${ADAPT} (confirmé)`, 'Anglais'], ...rows]
  }

  test('importing it twice changes nothing, and the order of rows and columns does not matter', async () => {
    const { apply, everything } = await open()
    for (let seed = 1; seed <= 12; seed += 1) {
      const file = someFile(seed)
      const first = await apply(file)
      const before = await everything()
      const [header = [], ...rows] = file
      const backwards = [header, ...rows.toReversed()].map((row) => row.toReversed())
      const again = await apply(backwards)
      expect([seed, again.created, again.updated, again.unchanged]).toEqual([
        seed,
        0,
        0,
        first.enrolments.length,
      ])
      expect(await everything()).toEqual(before)
    }
  })
})
