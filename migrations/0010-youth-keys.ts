import type { Knex } from 'knex'

/** Keys that young people add to their slip, and what is agreed about the passports of minors. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('youth_pins', (table) => {
    table.text('learner_id').primary().references('learners.id')
    table.text('pin_hash').notNullable()
    table.text('set_at').notNullable()
    // tries since the last good one, counted before they are looked at: two at once are two
    table.integer('tries').notNullable().defaultTo(0)
    table.text('paused_until')
  })
  // the slip alone does not open: a passkey is asked for as well
  await db.schema.createTable('youth_passkey_locks', (table) => {
    table.text('learner_id').primary().references('learners.id')
    table.text('set_at').notNullable()
  })
  await db.schema.createTable('youth_emails', (table) => {
    table.text('learner_id').primary().references('learners.id')
    table.text('email').notNullable()
    table.text('confirmed_at').notNullable()
    table.index(['email'])
  })
  await db.schema.createTable('youth_mail_links', (table) => {
    table.text('token_hash').primary()
    table.text('learner_id').notNullable().references('learners.id')
    // confirm: the address is theirs; open: lets them in
    table.text('purpose').notNullable()
    table.text('email').notNullable()
    table.text('created_at').notNullable()
    table.text('expires_at').notNullable()
    table.text('used_at')
    table.index(['learner_id'])
  })
  await db.schema.createTable('guardian_links', (table) => {
    table.text('id').primary()
    table.text('learner_id').notNullable().references('learners.id')
    table.text('token_hash').notNullable().unique()
    table.text('created_at').notNullable()
    table.text('expires_at').notNullable()
    table.text('created_by')
    table.text('mailed_at')
    table.text('used_at')
    table.text('ended_at')
    table.index(['learner_id'])
  })
  await db.schema.createTable('guardian_agreements', (table) => {
    table.text('id').primary()
    table.text('learner_id').notNullable().references('learners.id')
    // the day on the paper, or the day of the click
    table.text('given_on').notNullable()
    table.text('way').notNullable()
    // where the paper is kept; never the paper
    table.text('reference')
    table.text('recorded_by')
    table.text('link_id')
    table.text('recorded_at').notNullable()
    table.text('withdrawn_at')
    table.index(['learner_id'])
  })
  await db.schema.createTable('youth_choices', (table) => {
    table.text('learner_id').primary().references('learners.id')
    // a young person's own agreement, asked below fifteen
    table.text('agreed_at')
    // set: they keep their public page closed
    table.text('kept_private_at')
    // told, once, that the passport is theirs alone
    table.text('of_age_seen_at')
  })
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'youth_choices',
    'guardian_agreements',
    'guardian_links',
    'youth_mail_links',
    'youth_emails',
    'youth_passkey_locks',
    'youth_pins',
  ])
    await db.schema.dropTable(table)
}
