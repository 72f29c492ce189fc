import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findOrganisationBySlug } from '../access/organisations/index.ts'
import { batchForm, writePassports } from '../holder/batches/index.ts'
import { AppError } from '../kernel/errors.ts'
import type { Config } from '../platform/config/index.ts'
import { parseForm } from '../platform/http/index.ts'
import { printJson, progressBar, t } from './terminal.ts'
import { withServices } from './with-services.ts'

export interface PassportsOptions {
  readonly structure: string
  readonly session?: string[]
  readonly from?: string
  readonly until?: string
  readonly form: string
  readonly lang: string
  readonly with?: string
  readonly out: string
  readonly json?: boolean
}

/** `passerelle passports`: one PDF a person in a folder. Run again it writes what is new and leaves the rest. */
export async function writeStructurePassports(config: Config, options: PassportsOptions): Promise<void> {
  const form = parseForm(batchForm, {
    scope: scopeOf(options),
    sessions: options.session,
    from: options.from,
    until: options.until,
    form: options.form,
    locale: options.lang,
    beside: options.with,
    output: 'people',
  })
  if (!form.ok)
    throw new AppError(
      'invalid-input',
      {},
      form.problems.map((problem) => ({ ...problem, field: OPTIONS[problem.field] ?? problem.field })),
    )
  const out = resolve(options.out)
  await mkdir(out, { recursive: true })
  const { about, print } = form.value
  const bar = progressBar(t('batches.printing'))
  const written = await withServices(config, async (services) => {
    const structure = await findOrganisationBySlug(services.db, options.structure)
    if (structure === undefined) throw new AppError('not-found')
    return writePassports(services, {
      organisationId: structure.id,
      about,
      print,
      out,
      onProgress: (done, total) => bar.update(done, total),
    })
  })
  bar.stop()
  if (options.json === true) {
    printJson(written)
    return
  }
  for (const { name, characters } of written.unprintable)
    console.error(t('cli.unprintable', { name, characters }))
  console.log(t('batches.written', { count: written.files.length, out }))
  if (written.already > 0) console.log(t('batches.alreadyThere', { count: written.already }))
}

/** How the fields of the form are called here. */
const OPTIONS: Readonly<Record<string, string>> = {
  sessions: '--session',
  from: '--from',
  until: '--until',
  form: '--form (page, booklet)',
  locale: '--lang (fr, en)',
  beside: '--with',
}

function scopeOf({ session, from, until }: PassportsOptions): 'sessions' | 'period' | 'everybody' {
  if (session !== undefined) return 'sessions'
  return from === undefined && until === undefined ? 'everybody' : 'period'
}
