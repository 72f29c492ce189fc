import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation, type Organisation } from '../../../server/access/organisations/index.ts'
import { signSession } from '../../../server/records/assessments/index.ts'
import { applyImport, planImport, readTable } from '../../../server/records/imports/index.ts'
import { peopleList, planList } from '../../../server/records/list-imports/index.ts'
import { listMobilities } from '../../../server/records/mobilities/index.ts'
import { enrolNewcomer } from '../../../server/records/training-sessions/index.ts'
import { openApp, OPERATOR, type App } from '../../support/app-world.ts'
import { day } from '../training-sessions/a-network.ts'

const TITLES = 'Nom;Prénom;Date de naissance;Structure d’accueil;Pays;Début;Fin;Objectifs;EQUIPE'
const row = (host: string, objectives = '', born = '14/02/2005'): string =>
  `Benali;Yasmine;${born};${host};Allemagne;05/01/2026;27/03/2026;${objectives};3`

describe('a stay that was signed', () => {
  let app: App
  let home: Organisation
  let signedId = ''

  const given = (text: string, title: string) => ({
    table: readTable(Buffer.from(`${TITLES}\n${text}`)),
    session: { kind: 'new', sessionKind: 'return', locale: 'fr', organisationId: home.id, title } as const,
  })
  const stayNow = async () => (await listMobilities(app.db, [signedId]))[0]

  beforeAll(async () => {
    app = await openApp()
    home = await createOrganisation(app.services, OPERATOR, { name: 'CFA de Brest', kind: 'cfa' })
    const { sessionId, enrolments } = await applyImport(
      app.services,
      OPERATOR,
      given(row('Tischlerei Weber'), 'Retour A'),
    )
    signedId = enrolments[0]?.learnerId ?? ''
    await signSession(app.services, OPERATOR, { sessionId, attestedBy: 'Karim Le Goff' })
  })
  afterAll(() => app.close())

  it('is left as it was signed by a spreadsheet that tells it otherwise, which says so; what was not signed is taken', async () => {
    const other = given(row('Une autre maison', 'Oser parler'), 'Retour B')
    const plan = await planImport(app.db, app.services, OPERATOR, other)
    expect(plan).toMatchObject({
      errorCount: 0,
      warningCount: 1,
      problems: [{ severity: 'warning', row: 2, message: 'imports.rowStayKept' }],
    })
    await applyImport(app.services, OPERATOR, other)
    expect(await stayNow()).toMatchObject({
      hostName: 'Tischlerei Weber',
      departureObjectives: 'Oser parler',
    })
    const again = await planImport(app.db, app.services, OPERATOR, other)
    expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 1 })
  })

  it('told the same is no news', async () => {
    const plan = await planImport(app.db, app.services, OPERATOR, given(row('Tischlerei Weber'), 'Retour C'))
    expect(plan.warningCount).toBe(0)
  })

  it('is refused otherwise in its own session, as before', async () => {
    const plan = await planImport(app.db, app.services, OPERATOR, given(row('Une autre maison'), 'Retour A'))
    expect(plan.problems).toMatchObject([{ severity: 'error', message: 'imports.rowSessionSigned' }])
  })

  it('is refused otherwise in a list of people, and by hand', async () => {
    const table = readTable(Buffer.from(`${TITLES}\n${row('Une autre maison')}`))
    const scope = { actor: OPERATOR, organisationId: home.id }
    const { problems } = await planList(app.db, app.services, peopleList, scope, table)
    expect(problems).toMatchObject([{ row: 2, message: 'imports.rowStaySigned' }])

    const { sessionId } = await applyImport(
      app.services,
      OPERATOR,
      given('Petit;Noé;08/12/2006;;Irlande;09/03/2026;27/03/2026;;1', 'Retour D'),
    )
    const newcomer = enrolNewcomer(app.services, OPERATOR, {
      sessionId,
      organisationId: home.id,
      givenName: 'Yasmine',
      familyName: 'Benali',
      birthDate: day('2005-02-14'),
      stay: {
        hostName: 'Une autre maison',
        hostCountry: 'DE',
        startsOn: day('2026-01-05'),
        endsOn: day('2026-03-27'),
      },
    })
    await expect(newcomer).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'hostName', message: 'fields.staySigned' }],
    })
    expect((await stayNow())?.hostName).toBe('Tischlerei Weber')
  })
})
