import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Services } from '../compose.ts'
import { AppError } from '../kernel/errors.ts'
import { isLocale, LOCALES, type Locale } from '../kernel/locale.ts'
import type { Config } from '../platform/config/index.ts'
import { MAX_TABLE_MEGABYTES, planImport, readSheet, type Table } from '../records/imports/index.ts'
import { importAndSign, importInput, type SessionOptions } from './import-and-sign.ts'
import { ignoredColumns, notices, sentences } from './import-notices.ts'
import { readInput } from './read-input.ts'
import { OPERATOR, printJson, progressBar, t } from './terminal.ts'
import { withServices } from './with-services.ts'
import { writeSessionFiles, type SessionFiles } from './write-session-files.ts'

export interface RunSessionOptions extends SessionOptions {
  readonly out: string
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

function localeNamed(lang: string | undefined): Locale {
  if (lang === undefined) return 'fr'
  if (!isLocale(lang))
    throw new AppError('invalid-input', {}, [
      { field: `--lang (${LOCALES.join(', ')})`, message: 'fields.choice' },
    ])
  return lang
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
