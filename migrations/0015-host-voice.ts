import type { Knex } from 'knex'

/** What the host abroad is asked, through which links, and what was answered; what a credential endorses. */
export async function up(db: Knex): Promise<void> {
  // one question a stay
  await db.schema.createTable('host_requests', (table) => {
    table.text('id').primary()
    table.text('mobility_id').notNullable().unique().references('mobilities.id')
    table.text('language').notNullable()
    table.text('tutor_name')
    // kept as long as the link may have to be sent again: gone once it is answered, withdrawn or expired
    table.text('tutor_email')
    table.text('asked_at').notNullable()
    table.text('asked_by').references('accounts.id')
    table.text('withdrawn_at')
  })
  // every link that was made for it; one at most opens anything
  await db.schema.createTable('host_links', (table) => {
    table.text('id').primary()
    table.text('request_id').notNullable().references('host_requests.id')
    // the code itself is in a mail or on paper, nowhere else
    table.text('code_hash').notNullable().unique()
    // 'mail' or 'paper'
    table.text('way').notNullable()
    table.text('made_at').notNullable()
    // when a mail server took it; null on paper, and when none did
    table.text('sent_at')
    table.text('expires_at').notNullable()
    table.text('opened_at')
    table.text('replaced_at')
    table.index(['request_id'])
  })
  await db.schema.createTable('host_answers', (table) => {
    table.text('id').primary()
    table.text('request_id').notNullable().unique().references('host_requests.id')
    table.text('link_id').notNullable().references('host_links.id')
    table.text('language').notNullable()
    // as the host says: ours as they were shown, when they confirm them
    table.text('starts_on').notNullable()
    table.text('ends_on').notNullable()
    // JSON object, competence code → level; what was not seen is not in it
    table.text('levels').notNullable()
    table.text('sentence')
    table.text('tutor_name').notNullable()
    table.text('tutor_role')
    // when the tutor agreed to be named in what is signed
    table.text('named_at')
    table.text('answered_at').notNullable()
    table.text('updated_at').notNullable()
    table.text('withdrawn_at')
  })
  await db.schema.alterTable('credentials', (table) => {
    // of an endorsement: the credential it speaks of
    table.text('endorses')
    table.index(['endorses'])
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('credentials', (table) => {
    table.dropIndex(['endorses'])
    table.dropColumn('endorses')
  })
  for (const table of ['host_answers', 'host_links', 'host_requests']) await db.schema.dropTable(table)
}
