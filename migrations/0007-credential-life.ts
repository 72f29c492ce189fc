import type { Knex } from 'knex'

/** What becomes of a credential after it is signed: paused for a while, or signed anew with a correction. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('credentials', (table) => {
    table.text('suspended_at')
    table.text('suspension_reason')
    // the credential that this one takes the place of, from the moment this one is signed
    table.text('replaces')
    // why it was signed anew
    table.text('reissued_because')
    table.index(['signing_key_id'])
  })
  // a credential has one successor, also when two people correct it at the same moment
  await db.raw(
    'create unique index credentials_one_successor on credentials (replaces) where replaces is not null',
  )
  // What was corrected in the records of a signed session. Names and words of people stay here, where they can be
  // erased, and out of the audit trail, which only grows.
  await db.schema.createTable('corrections', (table) => {
    table.text('id').primary()
    table.text('session_id').notNullable().references('training_sessions.id')
    table.text('organisation_id').notNullable().references('organisations.id')
    table.text('learner_id').notNullable().references('learners.id')
    table.text('field').notNullable()
    table.text('competence')
    table.text('value_before')
    table.text('value_after')
    table.text('made_at').notNullable()
    table.text('made_by')
    table.text('made_by_name').notNullable()
    table.text('batch_id').notNullable()
    table.index(['session_id'])
    table.index(['learner_id'])
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('corrections')
  await db.raw('drop index credentials_one_successor')
  await db.schema.alterTable('credentials', (table) => {
    table.dropIndex(['signing_key_id'])
    table.dropColumns('suspended_at', 'suspension_reason', 'replaces', 'reissued_because')
  })
}
