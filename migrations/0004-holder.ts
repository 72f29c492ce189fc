import type { Knex } from 'knex'

/** Printed slips: the paper that opens a young person's own page. Only a hash of the slip's code is stored. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('slips', (table) => {
    table.text('id').primary()
    table.text('learner_id').notNullable()
    table.text('code_hash').notNullable().unique()
    table.text('issued_at').notNullable()
    table.text('issued_by')
    table.text('replaced_at')
    table.index(['learner_id'])
  })
  // one slip opens a person's page at a time, even when two trainers give one at the same moment
  await db.raw('create unique index slips_one_current on slips (learner_id) where replaced_at is null')
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('slips')
}
