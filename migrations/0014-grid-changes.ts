import type { Knex } from 'knex'

/**
 * Which changes of a grid were received: a browser that lost the answer on a weak network sends them again. They go when
 * the session is signed.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('grid_changes', (table) => {
    table.text('session_id').notNullable().references('training_sessions.id')
    // made by the browser; means something together with its session alone
    table.text('change_id').notNullable()
    table.text('received_at').notNullable()
    table.primary(['session_id', 'change_id'])
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('grid_changes')
}
