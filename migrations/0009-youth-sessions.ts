import type { Knex } from 'knex'

/** Young people who are in their own space now: a browser that showed a slip, or a key they added. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('youth_sessions', (table) => {
    table.text('token_hash').primary()
    table.text('learner_id').notNullable().references('learners.id')
    table.text('created_at').notNullable()
    table.text('last_seen_at').notNullable()
    table.text('expires_at').notNullable()
    table.index(['learner_id'])
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('youth_sessions')
}
