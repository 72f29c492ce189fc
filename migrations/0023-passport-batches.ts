import type { Knex } from 'knex'

/** Passports of many people asked for at once, the files made for them, and who is in which. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('passport_batches', (table) => {
    table.text('id').primary()
    table.text('organisation_id').notNullable().references('organisations.id')
    table.text('requested_by').references('accounts.id')
    table.text('requested_at').notNullable()
    // 'sessions', 'period' or 'everybody'
    table.text('scope').notNullable()
    // of a period: its first and last day
    table.text('period_from')
    table.text('period_until')
    // of chosen sessions: their ids, as JSON
    table.text('session_ids').notNullable()
    table.text('form').notNullable()
    table.text('locale').notNullable()
    // the second language, if one was asked for
    table.text('beside')
    // 'printer' or 'people'
    table.text('output').notNullable()
    // how many were in it when it was asked for
    table.integer('people').notNullable()
    // passports of the file under way that are laid out: for the eye alone
    table.integer('under_way').notNullable().defaultTo(0)
    // whose turn it is to make its files, and until when
    table.text('lease_token')
    table.text('lease_until')
    // tries in a row that something unexpected ended
    table.integer('attempts').notNullable().defaultTo(0)
    table.text('failed_at')
    table.text('finished_at')
    table.text('cancelled_at')
    // its files go then; asking, finishing and trying again write it anew
    table.text('expires_at').notNullable()
    // its files are not to be had any more; the rows stay until the files are off the disk
    table.text('deleted_at')
    table.index(['organisation_id'])
    table.index(['expires_at'])
  })
  await db.schema.createTable('passport_batch_files', (table) => {
    table.text('batch_id').notNullable().references('passport_batches.id')
    table.integer('number').notNullable()
    // its name below the folder of batches; null when nobody of it has a passport
    table.text('file')
    table.bigInteger('bytes').notNullable().defaultTo(0)
    table.text('made_at')
    table.primary(['batch_id', 'number'])
  })
  await db.schema.createTable('passport_batch_items', (table) => {
    table.text('batch_id').notNullable().references('passport_batches.id')
    table.integer('position').notNullable()
    // null once the person had themselves erased
    table.text('learner_id').references('learners.id')
    table.integer('file_number').notNullable()
    // why there is no passport of theirs in the file
    table.text('failure')
    // letters that no font has: a box is printed in their place
    table.text('missing')
    table.primary(['batch_id', 'position'])
    table.index(['learner_id'])
  })
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('passport_batch_items')
  await db.schema.dropTable('passport_batch_files')
  await db.schema.dropTable('passport_batches')
}
