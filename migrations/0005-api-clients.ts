import type { Knex } from 'knex'

/** Programs that call the API with a bearer token, and what the VC-API instances signed for them. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('api_clients', (table) => {
    table.text('id').primary()
    table.text('name').notNullable()
    // null: the platform itself
    table.text('organisation_id').references('organisations.id')
    // JSON array
    table.text('scopes').notNullable()
    table.text('created_at').notNullable()
    table.text('expires_at')
    table.text('disabled_at')
    table.index(['organisation_id'])
  })
  await db.schema.createTable('api_client_tokens', (table) => {
    table.text('token_hash').primary()
    table.text('client_id').notNullable().references('api_clients.id')
    // its first characters, so that people can tell two tokens apart
    table.text('hint').notNullable()
    table.text('created_at').notNullable()
    table.text('last_used_at')
    // set by the rotation that replaced it: until then it still opens
    table.text('ends_at')
    table.index(['client_id'])
  })
  // two rotations at once must not leave a client with two tokens that never end
  await db.raw(
    'create unique index api_client_tokens_one_current on api_client_tokens (client_id) where ends_at is null',
  )
  await db.schema.createTable('instance_credentials', (table) => {
    // what its status entries call it
    table.text('id').primary()
    table.text('issuer_id').notNullable().references('issuers.id')
    // who asked: a row of api_clients, or the passing client of a conformance run, which has none
    table.text('client_id').notNullable()
    // the credential's own `id`, chosen by the client
    table.text('credential_url').notNullable()
    table.text('issued_at').notNullable()
    table.unique(['issuer_id', 'client_id', 'credential_url'])
  })
  await freeStatusEntries(db)
}

/** Going back keeps the looser table: entries of instances may be in it by then. */
export async function down(db: Knex): Promise<void> {
  for (const table of ['instance_credentials', 'api_client_tokens', 'api_clients'])
    await db.schema.dropTable(table)
}

/**
 * A status entry belongs to a credential of the register or to one of an instance: its reference to the register goes.
 * SQLite cannot drop a reference, so the table is made anew, under the same names.
 */
async function freeStatusEntries(db: Knex): Promise<void> {
  await db.raw('create table status_entries_copy as select * from status_entries')
  await db.schema.dropTable('status_entries')
  await db.schema.createTable('status_entries', (table) => {
    table.text('list_id').notNullable().references('status_lists.id')
    table.integer('position').notNullable()
    table.text('credential_id').notNullable()
    table.text('set_at')
    table.primary(['list_id', 'position'])
    table.index(['credential_id'])
  })
  await db.raw(
    'insert into status_entries (list_id, position, credential_id, set_at) ' +
      'select list_id, position, credential_id, set_at from status_entries_copy',
  )
  await db.schema.dropTable('status_entries_copy')
}
