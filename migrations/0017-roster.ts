import type { Knex } from 'knex'

const STAY_COLUMNS = [
  // who pays for it: a code of our list, or what somebody wrote
  'funder',
  // the Europass Mobility: initiative and qualification (24, 25), sending mentor (13, 14), host's address and mentor
  // (17, 19, 20), tasks carried out (29)
  'learning_initiative',
  'qualification',
  'sending_mentor',
  'sending_mentor_role',
  'host_address',
  'host_mentor',
  'host_mentor_role',
  'return_tasks',
  // JSON array of roles: who signed what was agreed before leaving
  'departure_signatories',
] as const

/** The coordinator's roster: both halves of a stay, people who are not the same, and support needs kept apart. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('mobilities', (table) => {
    for (const column of STAY_COLUMNS) table.text(column)
  })
  await db.schema.alterTable('learners', (table) => {
    // whether somebody gets reinforced support, and nothing about why
    table.text('reinforced_support_at')
  })
  // two records that look like one person and are not: the smaller id first
  await db.schema.createTable('learner_distinctions', (table) => {
    table.text('learner_id').notNullable().references('learners.id').onDelete('CASCADE')
    table.text('other_id').notNullable().references('learners.id').onDelete('CASCADE')
    table.text('decided_at').notNullable()
    table.text('decided_by')
    table.primary(['learner_id', 'other_id'])
    table.index(['other_id'])
  })
  // No learner and no instant here: neither a reader of this table nor one of the audit trail beside it can tell whose
  // row it is. The pseudonym and the content need a secret that is not in the database.
  await db.schema.createTable('support_needs', (table) => {
    table.text('pseudonym').notNullable()
    table.integer('year').notNullable()
    table.text('content').notNullable()
    table.primary(['pseudonym', 'year'])
    table.index(['year'])
  })
  // what is left of a year once its rows are gone: numbers that are not small
  await db.schema.createTable('support_need_counts', (table) => {
    table.integer('year').notNullable()
    table.text('need').notNullable()
    table.integer('people').notNullable()
    table.primary(['year', 'need'])
  })
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['support_need_counts', 'support_needs', 'learner_distinctions'])
    await db.schema.dropTable(table)
  await db.schema.alterTable('learners', (table) => table.dropColumn('reinforced_support_at'))
  await db.schema.alterTable('mobilities', (table) => table.dropColumns(...STAY_COLUMNS))
}
