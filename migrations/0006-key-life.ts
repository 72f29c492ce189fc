import type { Knex } from 'knex'

/** From when on a compromised key is not believed. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('signing_keys', (table) => {
    // the first instant at which somebody else may have used it; compromised_at is when we were told
    table.text('compromised_since')
  })
  // nobody said since when: from its first day on
  await db('signing_keys')
    .where({ state: 'compromised' })
    .update({ compromised_since: db.ref('created_at') })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('signing_keys', (table) => {
    table.dropColumn('compromised_since')
  })
}
