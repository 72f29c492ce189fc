import type { OrganisationId } from '../../kernel/ids.ts'
import { dayInParis } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import { FIELD_TITLES, readPersonAndStay } from '../imports/index.ts'
import { findLearnersNamed, fullName, learnerChanges, matchLearner, saveLearner } from '../learners/index.ts'
import {
  listAttested,
  listMobilities,
  matchMobility,
  mobilityChanges,
  saveMobility,
  signedChanges,
} from '../mobilities/index.ts'
import type { ListKind, PlannedItem } from './list-kind.ts'

const FIELDS = [
  'familyName',
  'givenName',
  'fullName',
  'birthDate',
  'email',
  'programme',
  'activity',
  'hostName',
  'hostTown',
  'hostCountry',
  'startsOn',
  'endsOn',
  'objectives',
  'summary',
] as const

type ReadPerson = ReturnType<typeof readPersonAndStay>

/** The young people a structure knows, and their stays, outside any session. */
export const peopleList: ListKind = {
  list: 'people',
  fields: FIELDS.map((name) => ({ name, titles: FIELD_TITLES[name] })),
  async plan(db, deps, { actor, organisationId }, rows) {
    if (organisationId === null) throw new AppError('invalid-input')
    const today = dayInParis(deps.clock.now())
    const seen = new Map<string, number>()
    const items: PlannedItem[] = []
    for (const row of rows) {
      const read = readPersonAndStay(row, today)
      const { person, stay } = read
      if (person === undefined) continue
      const key = JSON.stringify([fullName(person).toLowerCase(), person.birthDate, stay?.startsOn])
      const twice = seen.get(key)
      if (twice !== undefined) {
        row.problem('familyName', 'imports.listTwice', { other: String(twice) })
        continue
      }
      seen.set(key, row.number)
      const outcome = await outcomeOf(db, organisationId, read)
      if (outcome === 'ambiguous' || outcome === 'signed') {
        row.problem('birthDate', outcome === 'signed' ? 'imports.rowStaySigned' : 'imports.rowNamesake')
        continue
      }
      items.push({
        row: row.number,
        label: fullName(person),
        about: stay === undefined ? '' : `${stay.hostTown ?? stay.hostCountry} · ${stay.startsOn}`,
        outcome,
        apply: async (trx) => {
          const { learner } = await saveLearner(trx, deps, actor, { ...person, organisationId })
          if (stay !== undefined) await saveMobility(trx, deps, actor, learner, stay)
        },
      })
    }
    return items
  },
}

async function outcomeOf(
  db: Db,
  organisationId: OrganisationId,
  { person, stay }: ReadPerson,
): Promise<PlannedItem['outcome'] | 'ambiguous' | 'signed'> {
  if (person === undefined) return 'unchanged'
  const sameName = await findLearnersNamed(db, organisationId, person.givenName, person.familyName)
  const match = matchLearner(sameName, person.birthDate)
  if (match.kind === 'ambiguous') return 'ambiguous'
  if (match.kind === 'new') return 'created'
  const known =
    stay === undefined ? undefined : matchMobility(await listMobilities(db, [match.learner.id]), stay)
  const signed = known !== undefined && (await listAttested(db, [known.id])).has(known.id)
  if (signed && stay !== undefined && signedChanges(known, stay).length > 0) return 'signed'
  const stayChanges = stay !== undefined && (known === undefined || mobilityChanges(known, stay).length > 0)
  const changes = learnerChanges(match.learner, { ...person, organisationId }).length > 0 || stayChanges
  return changes ? 'updated' : 'unchanged'
}
