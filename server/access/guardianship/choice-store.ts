import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Person } from './person-store.ts'

interface ChoiceRow {
  learner_id: LearnerId
  agreed_at: string | null
  kept_private_at: string | null
  of_age_seen_at: string | null
}

/** What a young person said themselves about who sees their passport. */
export interface Choices {
  /** Their own agreement, asked below fifteen. */
  readonly agreedAt: string | null
  readonly keptPrivateAt: string | null
  /** When they were told that the passport is theirs alone. */
  readonly ofAgeSeenAt: string | null
}

const choices = (db: Db) => db<ChoiceRow>('youth_choices')

/** Of records that became one, what was said last of each thing; to keep it private weighs more than to show it. */
export async function selectChoices(db: Db, { records }: Pick<Person, 'records'>): Promise<Choices> {
  const rows: ChoiceRow[] = await choices(db).whereIn('learner_id', [...records])
  const newest = (column: 'agreed_at' | 'kept_private_at' | 'of_age_seen_at'): string | null =>
    rows
      .map((row) => row[column])
      .sort()
      .at(-1) ?? null
  return {
    agreedAt: newest('agreed_at'),
    keptPrivateAt: newest('kept_private_at'),
    ofAgeSeenAt: newest('of_age_seen_at'),
  }
}

/** Writes down what they said, for the record that goes on; what was said under another goes. */
export async function saveChoices(db: Db, person: Person, said: Choices): Promise<void> {
  await choices(db)
    .whereIn('learner_id', [...person.records])
    .delete()
  await choices(db).insert({
    learner_id: person.learnerId,
    agreed_at: said.agreedAt,
    kept_private_at: said.keptPrivateAt,
    of_age_seen_at: said.ofAgeSeenAt,
  })
}
