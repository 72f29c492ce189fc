import type { Knex } from 'knex'

/** Structures, accounts, roles, invitations, login sessions and the audit trail. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('organisations', (table) => {
    table.text('id').primary()
    table.text('slug').notNullable().unique()
    table.text('name').notNullable()
    table.text('public_label')
    table.text('kind').notNullable()
    table.text('siret')
    table.text('town')
    table.text('contact_email')
    table.text('contact_url')
    table.text('created_at').notNullable()
    table.text('closed_at')
  })
  await db.schema.createTable('accounts', (table) => {
    table.text('id').primary()
    table.text('email').notNullable().unique()
    table.text('name').notNullable()
    table.text('password_hash')
    table.text('admin_since')
    table.text('locale').notNullable().defaultTo('fr')
    table.text('created_at').notNullable()
    table.text('disabled_at')
  })
  await db.schema.createTable('memberships', (table) => {
    table.text('id').primary()
    table.text('account_id').notNullable().references('accounts.id')
    table.text('organisation_id').notNullable().references('organisations.id')
    table.text('role').notNullable()
    table.text('created_at').notNullable()
    table.text('ended_at')
    table.unique(['account_id', 'organisation_id'])
    table.index(['organisation_id'])
  })
  await db.schema.createTable('invitations', (table) => {
    table.text('id').primary()
    table.text('token_hash').notNullable().unique()
    table.text('email').notNullable()
    table.text('name').notNullable()
    table.text('organisation_id').references('organisations.id')
    table.text('role').notNullable()
    table.text('invited_by')
    table.text('created_at').notNullable()
    table.text('expires_at').notNullable()
    table.text('accepted_at')
  })
  await db.schema.createTable('login_sessions', (table) => {
    table.text('token_hash').primary()
    table.text('account_id').notNullable().references('accounts.id')
    table.text('created_at').notNullable()
    table.text('last_seen_at').notNullable()
    table.text('expires_at').notNullable()
    table.index(['account_id'])
  })
  await db.schema.createTable('password_resets', (table) => {
    table.text('token_hash').primary()
    table.text('account_id').notNullable().references('accounts.id')
    table.text('created_at').notNullable()
    table.text('expires_at').notNullable()
    table.text('used_at')
    table.index(['account_id'])
  })
  await db.schema.createTable('audit_events', (table) => {
    table.text('id').primary()
    table.text('at').notNullable()
    table.text('actor_kind').notNullable()
    table.text('actor_id')
    table.text('actor_name').notNullable()
    table.text('action').notNullable()
    table.text('organisation_id')
    table.text('subject_type').notNullable()
    table.text('subject_id').notNullable()
    table.text('details').notNullable()
    table.index(['subject_type', 'subject_id'])
    table.index(['organisation_id', 'at'])
  })
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'audit_events',
    'password_resets',
    'login_sessions',
    'invitations',
    'memberships',
    'accounts',
    'organisations',
  ])
    await db.schema.dropTable(table)
}
