import type { Knex } from 'knex'

/** What somebody of a structure said a column of their lists means: the next list with that title is read alike. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('import_columns', (table) => {
    // the platform's own lists have no structure
    table.text('owner').notNullable()
    // people, structures, sessions
    table.text('list').notNullable()
    table.text('title').notNullable()
    table.text('meaning').notNullable()
    table.text('updated_at').notNullable()
    table.primary(['owner', 'list', 'title'])
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('import_columns')
}
