import type { Knex } from 'knex'

/**
 * Second factors, passkeys, mailed links and single sign-on. Login sessions are made anew with what a list of them needs
 * to say: whoever is signed in during the update signs in once more.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.dropTable('login_sessions')
  await db.schema.createTable('login_sessions', (table) => {
    table.text('token_hash').primary()
    // names the session on a page: it opens nothing
    table.text('id').notNullable().unique()
    table.text('account_id').notNullable().references('accounts.id')
    // password, passkey, link, single-sign-on, invitation
    table.text('way').notNullable()
    // null: one factor only
    table.text('second_factor_at')
    // « Firefox · Windows »: the family, never the whole description
    table.text('device').notNullable()
    // sealed; only to sign out at the other end too
    table.text('id_token')
    table.text('created_at').notNullable()
    table.text('last_seen_at').notNullable()
    table.text('expires_at').notNullable()
    table.index(['account_id'])
  })
  await pendingWays(db)
  await secondFactors(db)
  await passkeys(db)
}

/** Between a first proof and a session: all of it short-lived, none of it a secret in the clear. */
async function pendingWays(db: Knex): Promise<void> {
  await db.schema.createTable('pending_logins', (table) => {
    table.text('token_hash').primary()
    table.text('account_id').notNullable().references('accounts.id')
    table.text('way').notNullable()
    table.text('next')
    table.text('id_token')
    table.text('expires_at').notNullable()
  })
  await db.schema.createTable('login_links', (table) => {
    table.text('token_hash').primary()
    table.text('account_id').notNullable().references('accounts.id')
    table.text('browser_hash').notNullable()
    table.text('next')
    table.text('created_at').notNullable()
    table.text('expires_at').notNullable()
    table.index(['account_id'])
  })
  await db.schema.createTable('sign_on_requests', (table) => {
    table.text('state_hash').primary()
    table.text('browser_hash').notNullable()
    // sealed: nonce and code verifier
    table.text('secrets').notNullable()
    table.text('next')
    table.text('expires_at').notNullable()
  })
  await db.schema.createTable('sign_on_identities', (table) => {
    table.text('id').primary()
    table.text('issuer').notNullable()
    table.text('subject').notNullable()
    table.text('account_id').notNullable().references('accounts.id')
    table.text('created_at').notNullable()
    table.unique(['issuer', 'subject'])
    table.unique(['issuer', 'account_id'])
  })
}

async function secondFactors(db: Knex): Promise<void> {
  await db.schema.createTable('totp_secrets', (table) => {
    table.text('account_id').primary().references('accounts.id')
    // AES-256-GCM, like the one that waits for its first code
    table.text('sealed_secret')
    table.text('confirmed_at')
    table.text('sealed_candidate')
    // the newest time step that was used: a code works once
    table.integer('last_step')
  })
  await db.schema.createTable('recovery_codes', (table) => {
    table.text('id').primary()
    table.text('account_id').notNullable().references('accounts.id')
    table.text('code_hash').notNullable()
    table.text('created_at').notNullable()
    table.text('used_at')
    table.unique(['account_id', 'code_hash'])
  })
}

/** Of staff and of young people alike: `owner_kind` is `account` or `learner`. */
async function passkeys(db: Knex): Promise<void> {
  await db.schema.createTable('passkeys', (table) => {
    table.text('id').primary()
    table.text('owner_kind').notNullable()
    table.text('owner_id').notNullable()
    table.text('name').notNullable()
    table.text('credential_id').notNullable().unique()
    table.text('public_key').notNullable()
    table.bigInteger('counter').notNullable()
    table.text('transports').notNullable()
    table.text('device_type').notNullable()
    table.text('created_at').notNullable()
    table.text('last_used_at')
    table.index(['owner_kind', 'owner_id'])
  })
  await db.schema.createTable('passkey_challenges', (table) => {
    table.text('challenge_hash').primary()
    table.text('browser_hash').notNullable()
    table.text('ceremony').notNullable()
    table.text('owner_kind').notNullable()
    table.text('owner_id')
    table.integer('verified').notNullable()
    table.text('expires_at').notNullable()
  })
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'passkey_challenges',
    'passkeys',
    'recovery_codes',
    'totp_secrets',
    'sign_on_identities',
    'sign_on_requests',
    'login_links',
    'pending_logins',
    'login_sessions',
  ])
    await db.schema.dropTable(table)
  await db.schema.createTable('login_sessions', (table) => {
    table.text('token_hash').primary()
    table.text('account_id').notNullable().references('accounts.id')
    table.text('created_at').notNullable()
    table.text('last_seen_at').notNullable()
    table.text('expires_at').notNullable()
    table.index(['account_id'])
  })
}
