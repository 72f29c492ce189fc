import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mobilityFramework } from '../../../server/issuer/achievements/index.ts'
import { planImport, readTable, sampleTable } from '../../../server/records/imports/index.ts'
import { aNetwork, aSession } from '../training-sessions/a-network.ts'

test('the file in docs/ is the one the server gives', () => {
  const committed = readFileSync(join(import.meta.dirname, '../../../docs/modele-import.csv'), 'utf8')
  expect(committed).toBe(sampleTable('fr'))
})

test.each(['fr', 'en'] as const)('the %s model opens in Excel and imports as it is', async (locale) => {
  const text = sampleTable(locale)
  expect(text.startsWith('\uFEFF')).toBe(true)
  const table = readTable(new TextEncoder().encode(text))
  expect(table.delimiter).toBe(';')

  const network = await aNetwork()
  const { session } = await aSession(network)
  const plan = await planImport(network.db, network, network.anne, {
    table,
    session: { kind: 'existing', sessionId: session.id },
  })
  expect(plan.problems).toEqual([])
  expect(plan.ignored).toEqual([])
  expect(plan.counts.created).toBe(3)
  const framework = mobilityFramework().competences.filter(({ kind }) => kind === 'autonomy')
  expect(plan.addedCompetences).toEqual([...framework.map(({ code }) => code), 'LANG-EN', 'LANG-DE'])
})
