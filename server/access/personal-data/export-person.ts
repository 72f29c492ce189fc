import { isoInstant, type Clock } from '../../kernel/clock.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Locale } from '../../kernel/locale.ts'
import { translator } from '../../platform/i18n/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Views } from '../../platform/views/index.ts'
import { writeZip } from '../../platform/zip/index.ts'
import type { ExportedFile, ExportedSection, PersonalDataKeeper } from './personal-data-keeper.ts'
import { recordsOfPerson } from './store.ts'
import { exportPage } from './export-view.ts'

export interface ExportDeps {
  readonly db: Db
  readonly clock: Clock
  readonly views: Views
  readonly keepers: readonly PersonalDataKeeper[]
}

/**
 * Everything that is kept about somebody, in one ZIP: a page to read, the same as JSON (`tout.json`), and their files as
 * they are: passport, signed credentials byte for byte, evidence.
 */
export async function exportPerson(
  deps: ExportDeps,
  { learnerId }: LearnerActor,
  locale: Locale,
): Promise<Buffer> {
  const t = translator(locale)
  const sections = new Map<string, unknown[]>()
  const files: ExportedFile[] = []
  for (const id of await recordsOfPerson(deps.db, learnerId))
    for (const keeper of deps.keepers)
      for (const section of await keeper.exportOf(deps.db, id)) gather(section, sections, files)
  const now = deps.clock.now()
  const all = Object.fromEntries(sections)
  const json = JSON.stringify(
    { format: 'passerelle-personal-data/1', at: isoInstant(now), sections: all },
    null,
    2,
  )
  const page = deps.views.render(
    'access/personal-data/export',
    exportPage(
      all,
      distinct(files).map(({ name }) => name),
      now,
      t,
    ),
    { locale, layout: null },
  )
  return writeZip(
    [
      { name: t('personalData.exportPageName'), bytes: Buffer.from(page) },
      { name: t('personalData.exportJsonName'), bytes: Buffer.from(json) },
      ...distinct(files),
    ],
    now,
  )
}

function gather(
  { section, records, files = [] }: ExportedSection,
  sections: Map<string, unknown[]>,
  all: ExportedFile[],
): void {
  const known = sections.get(section) ?? []
  known.push(...(Array.isArray(records) ? (records as unknown[]) : [records]))
  sections.set(section, known)
  all.push(...files)
}

/** Two files of one name would be one on the disk: the later ones get a number. */
function distinct(files: readonly ExportedFile[]): ExportedFile[] {
  const seen = new Map<string, number>()
  return files.map(({ name, bytes }) => {
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return { name: before === 0 ? name : name.replace(/(\.[^./]*)?$/, `-${before + 1}$1`), bytes }
  })
}
