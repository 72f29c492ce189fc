import type { Knex } from 'knex'

/** Issuers and their keys, credentials (what we intend to sign, then what we signed) and status lists. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('issuers', (table) => {
    table.text('id').primary()
    // null: the platform itself
    table.text('organisation_id').unique().references('organisations.id')
    table.text('slug').notNullable().unique()
    table.text('created_at').notNullable()
  })
  await db.schema.createTable('signing_keys', (table) => {
    // the multibase public key, which is also the verification method's fragment and the key file's name
    table.text('id').primary()
    table.text('issuer_id').notNullable().references('issuers.id')
    table.text('algorithm').notNullable()
    table.text('state').notNullable()
    table.text('created_at').notNullable()
    table.text('retired_at')
    table.text('compromised_at')
    table.index(['issuer_id', 'state'])
  })
  // two rotations at once must not leave an issuer with two active keys
  await db.raw(
    "create unique index signing_keys_one_active on signing_keys (issuer_id) where state = 'active'",
  )
  await db.schema.createTable('status_lists', (table) => {
    table.text('id').primary()
    // the DID that signs the list: the same that issued the credentials it speaks of
    table.text('issuer_did').notNullable()
    table.text('issuer_id').notNullable().references('issuers.id')
    // the public URL when the list began: its own URL stays what its credentials say, wherever we move
    table.text('origin').notNullable()
    table.text('purpose').notNullable()
    table.integer('length').notNullable()
    table.integer('allocated').notNullable().defaultTo(0)
    table.integer('revision').notNullable().defaultTo(0)
    table.integer('signed_revision')
    table.text('signed')
    table.text('signed_at')
    table.text('created_at').notNullable()
    table.text('full_at')
    table.index(['issuer_did', 'purpose'])
  })
  // every PUBLIC_URL this installation ran under: what was issued under a former one is still ours
  await db.schema.createTable('public_urls', (table) => {
    table.text('url').primary()
    table.text('first_used_at').notNullable()
    table.text('last_used_at').notNullable()
  })
  await db.schema.createTable('credentials', (table) => {
    table.text('id').primary()
    // public code, in the credential's URL and on paper
    table.text('code').notNullable().unique()
    // what was awarded, by whom it was asked: asking twice for the same award gives the same row
    table.text('award_key').notNullable().unique()
    table.text('kind').notNullable()
    table.text('locale').notNullable()
    table.text('issuer_id').notNullable().references('issuers.id')
    table.text('organisation_id').references('organisations.id')
    table.text('learner_id').notNullable()
    table.text('session_id')
    table.text('batch_id').notNullable()
    table.text('title').notNullable()
    // a passport is assembled once its members are signed: until then, and for a follow-up, what was asked (JSON)
    table.text('award')
    // what we intend to sign; null again once it is signed
    table.text('unsigned')
    table.text('signed')
    table.text('signing_key_id')
    table.text('requested_at').notNullable()
    table.text('signed_at')
    table.text('failed_at')
    table.text('failure')
    table.text('revoked_at')
    table.text('revocation_reason')
    table.text('superseded_by')
    table.index(['learner_id'])
    table.index(['session_id'])
    table.index(['batch_id'])
    table.index(['signed_at'])
  })
  await db.schema.createTable('status_entries', (table) => {
    table.text('list_id').notNullable().references('status_lists.id')
    table.integer('position').notNullable()
    table.text('credential_id').notNullable().references('credentials.id')
    table.text('set_at')
    table.primary(['list_id', 'position'])
    table.index(['credential_id'])
  })
  await db.schema.createTable('passport_members', (table) => {
    table.text('passport_id').notNullable().references('credentials.id')
    table.text('credential_id').notNullable().references('credentials.id')
    table.integer('position').notNullable()
    table.primary(['passport_id', 'credential_id'])
    table.index(['credential_id'])
  })
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'passport_members',
    'status_entries',
    'credentials',
    'public_urls',
    'status_lists',
    'signing_keys',
    'issuers',
  ])
    await db.schema.dropTable(table)
}
