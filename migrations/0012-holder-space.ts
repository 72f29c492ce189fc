import type { Knex } from 'knex'

/** What young people share of their passport by links of their own, and what their erasure leaves behind. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('shares', (table) => {
    table.text('id').primary()
    table.text('learner_id').notNullable()
    table.text('code').notNullable().unique()
    // for their own memory, unless recipient_shown_at says that the page names them
    table.text('recipient').notNullable()
    table.text('recipient_shown_at')
    table.text('created_at').notNullable()
    table.text('expires_at').notNullable()
    table.text('withdrawn_at')
    // how often it was opened; by whom is not kept
    table.integer('views').notNullable().defaultTo(0)
    table.index(['learner_id'])
  })
  await db.schema.createTable('share_items', (table) => {
    table.text('share_id').notNullable().references('shares.id')
    table.text('credential_id').notNullable().references('credentials.id')
    table.integer('position').notNullable()
    table.primary(['share_id', 'credential_id'])
    table.index(['credential_id'])
  })
  await db.schema.alterTable('credentials', (table) => {
    // the person had themselves erased: the body is gone, what is left answers for the copies they gave away
    table.text('erased_at')
  })
  // files of erased people that are still on the disk: a stop between the commit and their removal loses none
  await db.schema.createTable('pending_file_erasures', (table) => {
    table.text('file_key').primary()
    table.text('requested_at').notNullable()
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('pending_file_erasures')
  await db.schema.alterTable('credentials', (table) => {
    table.dropColumn('erased_at')
  })
  await db.schema.dropTable('share_items')
  await db.schema.dropTable('shares')
}
