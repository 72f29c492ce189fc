import type { Knex } from 'knex'

/** The proofs that travel in printed QR codes, and the numbers by which they name competences. */
export async function up(db: Knex): Promise<void> {
  // a number is on paper: it is never given to another competence
  await db.schema.createTable('competence_numbers', (table) => {
    table.integer('number').primary()
    table.text('code').notNullable().unique()
    table.text('given_at').notNullable()
  })
  await db.schema.createTable('compact_proofs', (table) => {
    // as they are printed
    table.text('digits').primary()
    table.text('credential_id').notNullable().references('credentials.id')
    table.text('key_id').notNullable().references('signing_keys.id')
    // of what it says: another one is made when that changes
    table.text('claims_digest').notNullable()
    // codes of the members that stood no more then: one that falls later makes it out of date
    table.text('leaves_out').notNullable()
    // when it last said what stands
    table.text('stood_at').notNullable()
    // when another one took its place
    table.text('replaced_at')
    table.index(['credential_id'])
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('compact_proofs')
  await db.schema.dropTable('competence_numbers')
}
