import type { Knex } from 'knex'

/** How often the verdict pages of credentials were opened: a number a day, and nothing about who. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('verdict_visits', (table) => {
    table.text('credential_id').notNullable().references('credentials.id')
    // YYYY-MM-DD, UTC: nothing finer is kept
    table.text('day').notNullable()
    table.integer('visits').notNullable()
    table.primary(['credential_id', 'day'])
    table.index(['day'])
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('verdict_visits')
}
