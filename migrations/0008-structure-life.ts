import type { Knex } from 'knex'

/**
 * Structures that are renamed, closed or taken over. What was signed keeps its issuer; these columns say who answers for
 * it today. Plain columns, written by one use case each: neither database adds a foreign key and takes it away alike.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('organisations', (table) => {
    // the structure that took this one over; null for one that is open, or closed without a successor
    table.text('succeeded_by')
    table.index(['succeeded_by'])
  })
  // names and labels a structure had: a spreadsheet goes on saying them for years
  await db.schema.createTable('former_names', (table) => {
    table.text('id').primary()
    table.text('organisation_id').notNullable().references('organisations.id')
    table.text('name').notNullable()
    table.text('public_label')
    table.text('until').notNullable()
    table.index(['organisation_id'])
  })
  await db.schema.alterTable('learners', (table) => {
    // the record that goes on, when two structures that became one both knew the person
    table.text('merged_into')
    table.index(['merged_into'])
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('learners', (table) => {
    table.dropIndex(['merged_into'])
    table.dropColumn('merged_into')
  })
  await db.schema.dropTable('former_names')
  await db.schema.alterTable('organisations', (table) => {
    table.dropIndex(['succeeded_by'])
    table.dropColumn('succeeded_by')
  })
}
