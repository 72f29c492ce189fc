import { expect, test } from 'vitest'
import { personalDataKeepers } from '../../../server/personal-data-keepers.ts'
import { LOCALES } from '../../../server/kernel/locale.ts'
import { hasMessage, translator } from '../../../server/platform/i18n/index.ts'
import { openApp } from '../../support/app-world.ts'
import { onPostgres, tableNames } from '../../support/database.ts'

/** Columns that lead to a young person by their name alone; the others are found by their references. */
const LEADING = /^(learner|mobility|enrolment|share|passport|credential|slip)_id$/

/** Tables that have such a column and hold nobody: each with the reason why. */
const NOBODY: Readonly<Record<string, string>> = {}

test.skipIf(onPostgres())(
  'Every table that leads to a young person has a keeper, and each keeper a table',
  async () => {
    const app = await openApp()
    const keepers = personalDataKeepers(app.services)
    const kept = new Set(keepers.flatMap(({ tables }) => tables))
    const tables = (await tableNames(app.db)).filter((name) => !name.startsWith('knex_'))

    const references = new Map<string, string[]>()
    const leading = new Set<string>(['learners'])
    for (const table of tables) {
      const columns: { name: string }[] = await app.db.raw(`pragma table_info("${table}")`)
      const keys: { table: string }[] = await app.db.raw(`pragma foreign_key_list("${table}")`)
      references.set(
        table,
        keys.map((key) => key.table),
      )
      if (columns.some(({ name }) => LEADING.test(name))) leading.add(table)
    }
    // what points to such a table leads to a person too, however far away
    for (let size = 0; size < leading.size;) {
      size = leading.size
      for (const [table, targets] of references)
        if (targets.some((target) => leading.has(target))) leading.add(table)
    }
    await app.close()

    expect([...leading].filter((table) => !kept.has(table) && !(table in NOBODY)).sort()).toEqual([])
    expect([...kept].filter((table) => !tables.includes(table)).sort()).toEqual([])
  },
)

test('Every part of what is given to a young person has a title in their words', async () => {
  const app = await openApp()
  const sections = personalDataKeepers(app.services).map(({ name }) => `personalData.section-${name}`)
  await app.close()
  // it gives files alone
  const titled = sections.filter((key) => key !== 'personalData.section-passports')
  expect(titled.filter((key) => !hasMessage(key))).toEqual([])
  for (const locale of LOCALES)
    for (const key of titled) expect(translator(locale)(key as never)).not.toContain('section-')
})
