import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT_DIR, type Services } from '../../compose.ts'
import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import { parseIsoDate, type IsoDate } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { applyImport, readTable, type Table } from '../../records/imports/index.ts'
import { addTrainer, findSession, listTrainers } from '../../records/training-sessions/index.ts'
import { importAndSign } from '../import-and-sign.ts'
import { OPERATOR } from '../terminal.ts'
import { DEMO_HOME, DEMO_OPEN_SESSION, DEMO_SESSION, DEMO_STAFF } from './demo-network.ts'

/** Twelve young people of three structures, signed; and a second session that waits for its trainer. */
export async function makeSessions(
  services: Services,
  people: { home: OrganisationId; trainer: AccountId },
): Promise<string> {
  const table = readTable(await readFile(join(PROJECT_DIR, 'docs', 'exemple-session.csv')))
  const { sessionId } = await importAndSign(services, {
    table,
    locale: 'fr',
    options: { ...DEMO_SESSION, organisation: DEMO_HOME, trainer: DEMO_STAFF.trainer.name },
  })
  await nameTrainer(services, sessionId, people.trainer)
  const open = await applyImport(services, OPERATOR, {
    table: declaredOnly(table),
    session: {
      kind: 'new',
      sessionKind: 'return',
      locale: 'fr',
      organisationId: people.home,
      title: DEMO_OPEN_SESSION.title,
      startsOn: dayOf(DEMO_OPEN_SESSION.date),
    },
  })
  await nameTrainer(services, open.sessionId, people.trainer)
  return sessionId
}

/** The same people before anybody confirmed anything: only what they declared. */
function declaredOnly(table: Table): Table {
  const declared = table.header
    .filter((title) => title.endsWith('(déclaré)'))
    .map((title) => title.replace(/ \(déclaré\)$/, ''))
  const confirmed = (title: string): boolean => title.endsWith('(confirmé)')
  const kept = table.header.flatMap((title, index) =>
    declared.includes(title) || confirmed(title) || title === 'Observation' ? [] : [index],
  )
  const only = (cells: readonly string[]): string[] => kept.map((index) => cells[index] ?? '')
  return {
    ...table,
    header: only(table.header),
    rows: table.rows.map((row) => ({ ...row, cells: only(row.cells) })),
  }
}

async function nameTrainer(services: Services, sessionId: string, accountId: AccountId): Promise<void> {
  const session = await findSession(services.db, sessionId)
  if (session === undefined) throw new AppError('not-found')
  const { named } = await listTrainers(services.db, OPERATOR, session)
  if (!named.some((trainer) => trainer.accountId === accountId))
    await addTrainer(services, OPERATOR, { sessionId, accountId })
}

function dayOf(french: string): IsoDate {
  const date = parseIsoDate(french.split('/').reverse().join('-'))
  if (date === undefined) throw new AppError('invalid-input')
  return date
}
