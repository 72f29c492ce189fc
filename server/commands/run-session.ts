import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Services } from '../compose.ts'
import { listMembers } from '../access/accounts/index.ts'
import {
  createOrganisation,
  findClosedOrganisationByName,
  findOrganisationByName,
  listOrganisations,
} from '../access/organisations/index.ts'
import { parseIsoDate, type IsoDate } from '../kernel/clock.ts'
import { AppError } from '../kernel/errors.ts'
import type { AccountId, OrganisationId } from '../kernel/ids.ts'
import { isLocale, LOCALES, type Locale } from '../kernel/locale.ts'
import type { Config } from '../platform/config/index.ts'
import type { Db } from '../platform/db/index.ts'
import { signSession } from '../records/assessments/index.ts'
import {
  applyImport,
  describeProblem,
  hasStructureColumn,
  MAX_TABLE_MEGABYTES,
  planImport,
  readSheet,
  toFieldProblem,
  type ImportInput,
  type ImportPlan,
  type Table,
} from '../records/imports/index.ts'
import { findSession, type TrainingSession } from '../records/training-sessions/index.ts'
import { readInput } from './read-input.ts'
import { OPERATOR, printJson, progressBar, t } from './terminal.ts'
import { withServices } from './with-services.ts'
import { writeSessionFiles, type SessionFiles } from './write-session-files.ts'

export interface RunSessionOptions {
  readonly out: string
  readonly organisation?: string
  readonly trainer?: string
  readonly title?: string
  readonly date?: string
  readonly lang?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/**
 * `passerelle run-session`: the whole main job on one spreadsheet. Run again on the same file it changes nothing and
 * writes the same files.
 */
export async function runSession(config: Config, file: string, options: RunSessionOptions): Promise<void> {
  const locale = localeNamed(options.lang)
  const table = await readSheet(await readInput(file, MAX_TABLE_MEGABYTES))
  // before anything is signed: a folder that cannot be written is known now
  if (options.dryRun !== true) await mkdir(resolve(options.out), { recursive: true })
  await withServices(config, async (services) => {
    if (options.dryRun === true) {
      await showPlan(services, table, options, locale)
      return
    }
    const { sessionId, problems } = await importAndSign(services, { table, options, locale })
    const writing = progressBar(t('cli.writing'))
    const files = await writeSessionFiles(services, {
      sessionId,
      out: resolve(options.out),
      locale,
      onProgress: (done, total) => writing.update(done, total),
    })
    writing.stop()
    tell(files, problems)
    if (options.json === true)
      printJson({ dataDir: config.dataDir, credentials: files.credentials, passports: files.passports })
    else summarise(files)
  })
}

/** Imports the table as the operator and signs the session unless it is signed already. */
export async function importAndSign(
  services: Services,
  input: {
    table: Table
    options: Pick<RunSessionOptions, 'organisation' | 'trainer' | 'title' | 'date'>
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

async function importInput(
  db: Db,
  services: Services,
  table: Table,
  options: Pick<RunSessionOptions, 'organisation' | 'title' | 'date'>,
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

function localeNamed(lang: string | undefined): Locale {
  if (lang === undefined) return 'fr'
  if (!isLocale(lang))
    throw new AppError('invalid-input', {}, [
      { field: `--lang (${LOCALES.join(', ')})`, message: 'fields.choice' },
    ])
  return lang
}

function parseDay(text: string): IsoDate {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? []
  const date =
    parseIsoDate(text.trim()) ?? parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (date === undefined)
    throw new AppError('invalid-input', {}, [{ field: '--date', message: 'fields.date' }])
  return date
}

async function showPlan(
  services: Services,
  table: Table,
  options: RunSessionOptions,
  locale: Locale,
): Promise<void> {
  const trx = await services.db.transaction()
  try {
    const plan = await planImport(
      trx,
      services,
      OPERATOR,
      await importInput(trx, services, table, options, locale),
    )
    if (options.json === true)
      printJson({ counts: plan.counts, problems: sentences(plan), ignored: ignoredColumns(plan) })
    else {
      console.log(t('cli.rowsRead', { count: plan.rows.length }))
      for (const line of notices(plan, sentences(plan))) console.log(line)
      console.log(t('cli.dryRun'))
    }
    if (plan.errorCount > 0) process.exitCode = 1
  } finally {
    await trx.rollback()
  }
}

const sentences = (plan: ImportPlan): string[] => plan.problems.map((problem) => describeProblem(t, problem))
const ignoredColumns = (plan: ImportPlan): string[] => plan.ignored.map(({ header }) => header)

/** What to know although nothing stands in the way: columns left aside, then the file's oddities. */
function notices(plan: ImportPlan, problems = sentences(plan)): string[] {
  const columns = ignoredColumns(plan)
  return [
    ...(columns.length === 0 ? [] : [t('cli.columnsIgnored', { columns: columns.join(', ') })]),
    ...problems,
  ]
}

function tell(files: SessionFiles, problems: readonly string[]): void {
  for (const line of problems) console.error(line)
  for (const { learner, characters } of files.unprintable)
    console.error(t('cli.unprintable', { name: learner, characters }))
}

function summarise(files: SessionFiles): void {
  console.log(t('cli.sessionSigned', { count: files.credentials.length }))
  for (const passport of files.passports)
    console.log(`${passport.learner}\n  ${passport.file}\n  ${t('cli.verifyAt', { url: passport.url })}`)
}
