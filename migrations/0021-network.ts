import type { Knex } from 'knex'

/** A structure's place in the network, and what the people who attest were trained in. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('network_places', (table) => {
    table.text('organisation_id').primary().references('organisations.id')
    // its coordinators may ask other structures to join; it has no other right over them
    table.text('head_since')
    table.text('invited_by').references('organisations.id')
    table.text('convention_from')
    table.text('convention_until')
    table.text('updated_at').notNullable()
    table.index(['invited_by'])
  })
  await db.schema.createTable('trainings', (table) => {
    table.text('id').primary()
    table.text('account_id').notNullable().references('accounts.id')
    // the structure that saw the certificate and wrote it down
    table.text('organisation_id').notNullable().references('organisations.id')
    table.text('title').notNullable()
    table.text('provider').notNullable()
    table.text('completed_on').notNullable()
    table.integer('hours')
    table.text('created_at').notNullable()
    table.text('removed_at')
    table.index(['account_id'])
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('trainings')
  await db.schema.dropTable('network_places')
}
