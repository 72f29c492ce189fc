import { describe, expect, it, test } from 'vitest'
import { findCompetence, mobilityFramework } from '../../../server/issuer/achievements/index.ts'
import type { Actor } from '../../../server/kernel/roles.ts'
import { translator } from '../../../server/platform/i18n/index.ts'
import { describeProblem, planImport, type ImportPlan } from '../../../server/records/imports/index.ts'
import { ADAPT, aNetwork, aSession, NOW, TEAM } from '../training-sessions/a-network.ts'
import { CHLOE, HEADER, MALO, table } from './a-spreadsheet.ts'

const label = (code: string): string => findCompetence(code)?.label.fr ?? expect.fail(`no competence ${code}`)

async function open() {
  const network = await aNetwork()
  const { session, ...people } = await aSession(network)
  const plan = (
    rows: readonly (readonly string[])[],
    actor: Actor = network.coordinator,
  ): Promise<ImportPlan> =>
    planImport(network.db, network, actor, {
      table: table(...rows),
      session: { kind: 'existing', sessionId: session.id },
    })
  return { ...network, ...people, session, plan }
}

const sentences = (plan: ImportPlan): string[] =>
  plan.problems.map((problem) => describeProblem(translator('fr'), problem))
const keys = (plan: ImportPlan): [string | undefined, string][] =>
  plan.problems.map(({ row, column, message }) => [
    `${column?.letter ?? ''}${row ?? ''}`,
    message.replace('imports.', ''),
  ])

describe('titles of columns', () => {
  it.each([
    [['NOM', 'PRENOM', 'NE LE', 'PAYS', 'DEBUT', 'FIN']],
    [
      [
        'nom de famille',
        'Prénom(s)',
        'Date de naissance (JJ/MM/AAAA)',
        'Pays d’accueil',
        'Date début mobilité',
        'Date fin mobilité',
      ],
    ],
    [['Nom *', 'Prénom *', 'DDN', "pays d'accueil", 'Date de départ', 'Date de retour']],
    [['Last name', 'First name', 'Date of birth', 'Host country', 'Start date', 'End date']],
    [['Surname', 'Given name', 'DOB', 'COUNTRY', 'From', 'To']],
    [['Nom', 'Prénom', 'Né(e) le', 'Destination', 'Du', 'Au']],
    [
      [
        ' Nom\u00a0',
        'Prénom du jeune',
        'date_naissance',
        'Pays-de-destination',
        'début du\nséjour',
        'fin du séjour',
      ],
    ],
  ])('%s', async (header) => {
    const { plan } = await open()
    const made = await plan([header, CHLOE])
    expect(keys(made)).toEqual([])
    expect(made.ignored).toEqual([])
    expect(made.rows[0]).toMatchObject({
      person: { familyName: 'Dupont', givenName: 'Chloé', birthDate: '2005-02-14' },
      stay: { hostCountry: 'DE', startsOn: '2026-01-05', endsOn: '2026-03-27' },
    })
  })

  it('reads every competence under its code and its label in any language, whatever its case and accents', async () => {
    const { plan } = await open()
    for (const { code, label: labels, short } of mobilityFramework().competences) {
      const plain = labels.fr.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
      for (const title of [code, code.toLowerCase(), labels.fr, labels.en, short.fr, plain]) {
        const made = await plan([
          ['Nom', 'Prénom', title],
          ['Dupont', 'Chloé', '2'],
        ])
        expect([title, made.columns[2]?.meaning]).toEqual([
          title,
          { kind: 'level', competence: code, voice: 'attested' },
        ])
      }
    }
  })

  it('hears three voices, and languages by their name', async () => {
    const { plan } = await open()
    const titles = [
      label(TEAM),
      `${label(TEAM)} (déclaré)`,
      `${label(TEAM)} - CONFIRME`,
      `${TEAM} declared`,
      'Allemand',
      'Anglais (déclaré)',
    ]
    const made = await plan([
      [...HEADER, ...titles.slice(0, 3), ...titles.slice(4)],
      [...CHLOE, '3', '2', '4', 'b1', 'A2'],
    ])
    expect(made.rows[0]?.levels.map(({ competence, voice, level }) => [competence, voice, level])).toEqual([
      [TEAM, 'attested', '3'],
      [TEAM, 'declared', '2'],
      [TEAM, 'confirmed', '4'],
      ['LANG-DE', 'attested', 'B1'],
      ['LANG-EN', 'declared', 'A2'],
    ])
    expect(made.addedCompetences).toEqual([TEAM, 'LANG-DE', 'LANG-EN'])
  })

  it('leaves other columns aside and names them', async () => {
    const { plan } = await open()
    const made = await plan([
      ['N°', ...HEADER, 'Téléphone', 'Transport', 'Groupe', ''],
      ['1', ...CHLOE, '06', 'train', '2', 'noté'],
      ['2', ...MALO, '07', 'bus', '1', ''],
    ])
    expect(made.errorCount).toBe(0)
    expect(made.ignored.map(({ letter, header }) => [letter, header])).toEqual([
      ['A', 'N°'],
      ['H', 'Téléphone'],
      ['I', 'Transport'],
      ['J', 'Groupe'],
      ['K', ''],
    ])
  })

  it('does not lose levels under a title it cannot read: it names the column and what comes near', async () => {
    const { plan } = await open()
    const typo = `${label(TEAM).slice(0, -2)}xz`
    const made = await plan([
      [...HEADER, typo, 'Jonglage'],
      [...CHLOE, '3', 'pas encore'],
      [...MALO, 'Pas encore', '2'],
    ])
    expect(keys(made)).toEqual([
      ['G', 'columnUnknownCompetenceNear'],
      ['H', 'columnUnknownCompetence'],
    ])
    expect(sentences(made)[0]).toContain(label(TEAM))
  })

  it('says when two columns say the same thing', async () => {
    const { plan } = await open()
    const made = await plan([
      [...HEADER, 'Nom de famille', TEAM, label(TEAM)],
      [...CHLOE, 'Dupond', '3', '2'],
    ])
    expect(keys(made)).toEqual([
      ['G', 'columnTwice'],
      ['I', 'columnTwiceCompetence'],
    ])
  })

  it('takes « Lieu » for the town, or for the session’s place beside a town', async () => {
    const { plan } = await open()
    const town = await plan([
      [...HEADER, 'Lieu'],
      [...CHLOE, 'Leipzig'],
    ])
    expect(town.rows[0]?.stay?.hostTown).toBe('Leipzig')
    const both = await plan([
      [...HEADER, 'Lieu', 'Ville'],
      [...CHLOE, 'Quimper', 'Leipzig'],
    ])
    expect(both.rows[0]?.stay?.hostTown).toBe('Leipzig')
  })

  it('splits one column of whole names, even titled « Nom »', async () => {
    const { plan } = await open()
    for (const title of ['Nom Prénom', 'NOM et prénom du jeune', 'Nom', 'Participant']) {
      const made = await plan([
        [title, 'Pays'],
        ['LE GOFF Anne-Marie', ''],
      ])
      expect(made.rows[0]?.person).toMatchObject({ familyName: 'LE GOFF', givenName: 'Anne-Marie' })
    }
    expect(
      keys(
        await plan([
          ['Nom', 'Pays'],
          ['Anne Le Goff', ''],
        ]),
      ),
    ).toEqual([['A2', 'cellNamesNotSplit']])
  })
})

describe('wrong cells', () => {
  it.each([
    ['C', '31/02/2005', 'cellDateImpossible'],
    ['C', '14/02/05', 'cellDateTwoDigits'],
    ['C', '38397', 'cellDateIsNumber'],
    ['C', '02/14/2005', 'cellDateMonthFirst'],
    ['C', 'en 2005', 'cellDateUnreadable'],
    ['C', '14/02/2030', 'cellBirthInFuture'],
    ['C', '14/02/1905', 'cellAge'],
    ['C', '14/02/2024', 'cellAge'],
    ['D', 'Brêmerhaven', 'cellCountry'],
    ['F', '01/01/2026', 'cellEndBeforeStart'],
    ['A', 'é'.repeat(101), 'cellTooLong'],
  ])('%s2 « %s » is %s', async (letter, value, problem) => {
    const { plan } = await open()
    const row = CHLOE.map((cell, at) => (at === letter.charCodeAt(0) - 65 ? value : cell))
    const made = await plan([HEADER, row])
    expect(keys(made)).toEqual([[`${letter}2`, problem]])
    expect(made.errorCount).toBe(1)
  })

  it.each([
    ['0', 'cellLevel'],
    ['5', 'cellLevel'],
    ['-1', 'cellLevel'],
    ['3,5', 'cellLevel'],
    ['B1', 'cellLevel'],
    ['très bien', 'cellLevel'],
  ])('a level « %s » is refused', async (value, problem) => {
    const { plan } = await open()
    expect(
      keys(
        await plan([
          [...HEADER, TEAM],
          [...CHLOE, value],
        ]),
      ),
    ).toEqual([['G2', problem]])
  })

  it('takes levels as Excel leaves them: « 3,0 », « 3 », « b1 », « PAS ENCORE », and a dash for nothing', async () => {
    const { plan } = await open()
    const made = await plan([
      [...HEADER, TEAM, ADAPT, 'Allemand', 'Anglais', 'Espagnol'],
      [...CHLOE, '3,0', ' PAS  ENCORE', 'b1', '-', ''],
    ])
    expect(made.rows[0]?.levels.map(({ level }) => level)).toEqual(['3', 'not-yet', 'B1'])
    expect(
      keys(
        await plan([
          [...HEADER, 'Allemand'],
          [...CHLOE, '3'],
        ]),
      ),
    ).toEqual([['G2', 'cellCefrLevel']])
  })

  it('names every problem of the file at once, with row, column, value and a kind sentence', async () => {
    const { plan } = await open()
    const made = await plan([
      [...HEADER, 'Présence', 'Courriel', TEAM],
      ['', 'Chloé', '31/02/2005', 'Narnia', '05/01/26', '27/03/2026', 'bof', 'chloe', '7'],
      [],
      ['Le Goff', '', '', '', '', '27/02/2026', '', '', ''],
    ])
    expect(keys(made)).toEqual([
      ['A2', 'rowWithoutFamilyName'],
      ['C2', 'cellDateImpossible'],
      ['H2', 'cellEmail'],
      ['E2', 'cellDateTwoDigits'],
      ['D2', 'cellCountry'],
      ['G2', 'cellAttendance'],
      ['I2', 'cellLevel'],
      ['B4', 'rowWithoutGivenName'],
      ['E4', 'rowWithoutStart'],
      ['D4', 'rowWithoutCountry'],
    ])
    expect(sentences(made)[1]).toBe(
      'Ligne 2, colonne C (Date de naissance)\u00a0: le «\u00a031/02/2005\u00a0» n’existe pas au calendrier. Écrivez la date ainsi\u00a0: 03/07/2026.',
    )
    for (const locale of ['fr', 'en'] as const)
      for (const problem of made.problems)
        expect(describeProblem(translator(locale), problem)).not.toMatch(/[{}]/)
  })

  it('lists two hundred problems and counts the others', async () => {
    const { plan } = await open()
    const rows = Array.from({ length: 300 }, (_, at) => [`Nom${at}`, 'Zoé', 'x', '', '', ''])
    const made = await plan([HEADER, ...rows])
    expect(made.errorCount).toBe(300)
    expect(made.problems).toHaveLength(200)
  })

  it('warns, and goes on, for an unusual age, a very long stay, an unknown programme and a stay without dates', async () => {
    const { plan } = await open()
    const made = await plan([
      [...HEADER, 'Programme', 'Entreprise'],
      ['Dupont', 'Chloé', '14/02/2012', 'Allemagne', '05/01/2023', '27/03/2026', 'Pass Région', ''],
      ['Le Goff', 'Malo', '', '', '', '', '', 'Bäckerei'],
    ])
    expect(made.errorCount).toBe(0)
    expect(made.problems.map(({ message }) => message.replace('imports.', ''))).toEqual([
      'cellUnusualAge',
      'cellMinor',
      'cellProgrammeAsWritten',
      'cellLongStay',
      'rowStayNotRecorded',
    ])
    expect(made.rows.map(({ stay }) => stay?.programme)).toEqual(['Pass Région', undefined])
  })

  it('takes a cell that starts like a formula for what it is: text', async () => {
    const { plan } = await open()
    const made = await plan([
      [...HEADER, 'Activité'],
      ['=Dupont', '@Chloé', ...CHLOE.slice(2), '=cmd|calc'],
    ])
    expect(made.errorCount).toBe(0)
    expect(made.rows[0]).toMatchObject({
      person: { familyName: '=Dupont', givenName: '@Chloé' },
      stay: { activity: '=cmd|calc' },
    })
  })

  it('keeps names of every alphabet', async () => {
    const { plan } = await open()
    const names = [
      ['Nguyễn', 'Thị Ánh'],
      ['عبد الله', 'محمد'],
      ["N'Diaye", 'Jean-Noël'],
      ['Зеленко', 'Оля'],
      ['🌟Star', 'Zoé👩🏽‍🚀'],
    ]
    const made = await plan([['Nom', 'Prénom'], ...names])
    expect(made.rows.map(({ person }) => [person.familyName, person.givenName])).toEqual(names)
  })
})

describe('the same person twice', () => {
  it('is named with both rows, however the name is written', async () => {
    const { plan } = await open()
    const made = await plan([HEADER, CHLOE, MALO, ['DUPONT', 'chloe', ...CHLOE.slice(2)]])
    expect(keys(made)).toEqual([['4', 'rowTwice']])
    expect(made.problems[0]?.params).toMatchObject({ row: '4', other: '2' })
  })

  it('is two people when their birth dates differ, and a question when one has none', async () => {
    const { plan } = await open()
    const born = (date: string): string[] => ['Dupont', 'Chloé', date]
    const header = HEADER.slice(0, 3)
    expect((await plan([header, born('14/02/2005'), born('15/02/2005')])).errorCount).toBe(0)
    expect(keys(await plan([header, born('14/02/2005'), born('')]))).toEqual([['3', 'rowTwiceOrNamesake']])
  })
})

describe('structures', () => {
  it('takes the session’s own when the cell is empty or names somebody else’s, and refuses an unknown one', async () => {
    const { plan, quimper, brest } = await open()
    const made = await plan([
      [...HEADER, 'Structure'],
      [...CHLOE, ''],
      [...MALO, 'MISSION LOCALE DE QUIMPER'],
      ['Kerrien', 'Zoé', '', '', '', '', 'Lycée maritime de Brest'],
      ['Kerrien', 'Inès', '', '', '', '', 'Lycée de Poudlard'],
    ])
    expect(keys(made)).toEqual([['G5', 'cellStructureUnknown']])
    const taken = made.rows.slice(0, 3)
    expect(taken.map(({ structure }) => structure.id)).toEqual([quimper, quimper, quimper])
    expect(taken.map(({ sentBy }) => sentBy?.id)).toEqual([undefined, undefined, brest])
    expect(made.newStructures).toEqual([])
  })

  it('lets nobody but the operator and the admin plan a new one', async () => {
    const { db, deps, session, coordinator } = await open()
    const input = {
      table: table([...HEADER, 'Structure'], [...CHLOE, 'Lycée neuf']),
      session: { kind: 'existing', sessionId: session.id },
      createStructures: true,
    } as const
    expect((await planImport(db, deps, coordinator, input)).errorCount).toBe(1)
    const made = await planImport(db, deps, { kind: 'system', name: 'cli' }, input)
    expect(made).toMatchObject({ errorCount: 0, newStructures: ['Lycée neuf'] })
  })

  it('shows a session to nobody else', async () => {
    const { plan, stranger } = await open()
    await expect(plan([HEADER, CHLOE], stranger)).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('a dry run writes nothing', async () => {
  const { db, plan } = await open()
  const count = async (): Promise<unknown[]> =>
    Promise.all(
      ['learners', 'mobilities', 'enrolments', 'assessments', 'audit_events'].map((name) => db(name).count()),
    )
  const before = await count()
  await plan([
    [...HEADER, TEAM],
    [...CHLOE, '3'],
    [...MALO, '2'],
  ])
  expect(await count()).toEqual(before)
})

test('a signed session refuses changes cell by cell, and says when there is nothing to change', async () => {
  const { db, plan, session, ines } = await open()
  await db('training_sessions')
    .where({ id: session.id })
    .update({ signed_at: NOW, competences: JSON.stringify([TEAM]) })
  const { familyName, givenName } = ines.learner
  const made = await plan([
    ['Nom', 'Prénom', TEAM, 'Présence'],
    [familyName, givenName, '3', 'absente'],
    ['Dupont', 'Chloé', '', ''],
  ])
  expect(keys(made)).toEqual([
    ['2', 'rowSessionSigned'],
    ['C2', 'cellSessionSigned'],
    ['3', 'rowNotInSignedSession'],
  ])
  const same = await plan([
    ['Nom', 'Prénom', TEAM, 'Présence'],
    [familyName, givenName, '', 'présente'],
  ])
  expect(same).toMatchObject({
    errorCount: 0,
    counts: { unchanged: 1, created: 0, updated: 0 },
    addedCompetences: [],
  })
})
