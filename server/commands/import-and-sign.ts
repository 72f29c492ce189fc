import { listMembers } from '../access/accounts/index.ts'
import {
  createOrganisation,
  findClosedOrganisationByName,
  findOrganisationByName,
  listOrganisations,
} from '../access/organisations/index.ts'
import type { Services } from '../compose.ts'
import { parseIsoDate, type IsoDate } from '../kernel/clock.ts'
import { AppError } from '../kernel/errors.ts'
import type { AccountId, OrganisationId } from '../kernel/ids.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Db } from '../platform/db/index.ts'
import { signSession } from '../records/assessments/index.ts'
import {
  applyImport,
  hasStructureColumn,
  planImport,
  toFieldProblem,
  type ImportInput,
  type ImportPlan,
  type Table,
} from '../records/imports/index.ts'
import { findSession, type TrainingSession } from '../records/training-sessions/index.ts'
import { notices } from './import-notices.ts'
import { OPERATOR, progressBar, t } from './terminal.ts'

/** What the command says where the file does not. */
export interface SessionOptions {
  readonly organisation?: string
  readonly trainer?: string
  readonly title?: string
  readonly date?: string
}

/** Imports the table as the operator and signs the session unless it is signed already. */
export async function importAndSign(
  services: Services,
  input: {
    table: Table
    options: SessionOptions
    locale: Locale
  },
): Promise<{ sessionId: string; problems: string[] }> {
  const { target, plan } = await planOrRefuse(services, input)
  const imported = await applyImport(services, OPERATOR, target)
  const session = await findSession(services.db, imported.sessionId)
  if (session?.signedAt === undefined) {
    const signing = progressBar(t('cli.signing'))
    const { trainer } = input.options
    const { failed } = await signSession(services, OPERATOR, {
      sessionId: imported.sessionId,
      onProgress: (done, total) => signing.update(done, total),
      ...(await attestorNamed(services, session, trainer)),
    })
    signing.stop()
    if (failed > 0) throw new AppError('signature-check-failed')
  }
  return { sessionId: imported.sessionId, problems: notices(plan) }
}

/** Whom the operator signs for; their account where exactly one person of the structure's team bears the name. */
async function attestorNamed(
  { db }: Services,
  session: TrainingSession | undefined,
  trainer: string | undefined,
): Promise<{ attestedBy?: string; attestor?: AccountId }> {
  if (trainer === undefined || session === undefined) return {}
  const team = await listMembers(db, session.organisationId)
  const [one, ...others] = team.filter(({ name }) => name === trainer)
  const attestor = others.length === 0 ? one?.accountId : undefined
  return { attestedBy: trainer, ...(attestor === undefined ? {} : { attestor }) }
}

/** The dry run in a transaction of its own, so that a refused file leaves nothing, not even its structure. */
async function planOrRefuse(
  services: Services,
  { table, options, locale }: Parameters<typeof importAndSign>[1],
): Promise<{ target: ImportInput; plan: ImportPlan }> {
  return services.db.transaction(async (trx) => {
    const target = await importInput(trx, services, table, options, locale)
    const plan = await planImport(trx, services, OPERATOR, target)
    const errors = plan.problems.filter(({ severity }) => severity === 'error')
    if (plan.errorCount > 0) throw new AppError('import-has-errors', {}, errors.map(toFieldProblem))
    return { target, plan }
  })
}

/** What the options and the file say together. */
export async function importInput(
  db: Db,
  services: Services,
  table: Table,
  options: SessionOptions,
  locale: Locale,
): Promise<ImportInput> {
  const name = options.organisation ?? (hasStructureColumn(table) ? undefined : await onlyStructure(db))
  const organisationId = name === undefined ? undefined : await structureNamed(db, services, name)
  const startsOn = options.date === undefined ? undefined : parseDay(options.date)
  return {
    table,
    locale,
    createStructures: true,
    session: { kind: 'new', sessionKind: 'return', locale, organisationId, title: options.title, startsOn },
  }
}

/** Where the file names no structure: the only one there is, otherwise one with a name to change later. */
async function onlyStructure(db: Db): Promise<string> {
  const all = await listOrganisations(db)
  return all.length === 1 && all[0] !== undefined ? all[0].name : t('cli.defaultOrganisation')
}

async function structureNamed(db: Db, services: Services, name: string): Promise<OrganisationId> {
  const known = await findOrganisationByName(db, name)
  if (known === undefined && (await findClosedOrganisationByName(db, name)) !== undefined)
    throw new AppError('structure-closed', { name })
  const made =
    known ?? (await createOrganisation({ db, clock: services.clock }, OPERATOR, { name, kind: 'other' }))
  return made.id
}

function parseDay(text: string): IsoDate {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? []
  const date =
    parseIsoDate(text.trim()) ?? parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (date === undefined)
    throw new AppError('invalid-input', {}, [{ field: '--date', message: 'fields.date' }])
  return date
}
