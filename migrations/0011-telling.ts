import type { Knex } from 'knex'

/** What a young person tells in their own words, the stays they add themselves, and evidence they keep. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('own_stays', (table) => {
    table.text('id').primary()
    table.text('learner_id').notNullable().references('learners.id')
    table.text('what').notNullable()
    table.text('country').notNullable()
    table.text('town')
    table.text('starts_on').notNullable()
    table.text('ends_on').notNullable()
    table.text('created_at').notNullable()
    table.text('updated_at').notNullable()
    table.index(['learner_id'])
  })
  await db.schema.createTable('tellings', (table) => {
    table.text('id').primary()
    table.text('learner_id').notNullable().references('learners.id')
    // 'stay-<mobility>', 'seat-<enrolment>' or 'own-<own stay>': the draft outlives whatever becomes of the other row
    table.text('place').notNullable()
    // '' for the whole stay
    table.text('competence').notNullable()
    table.text('words').notNullable()
    // JSON array of ids of credentials-schema/frameworks/example-sentences.json
    table.text('sentences').notNullable()
    // a level of the competence, or 'not-yet', which nobody else ever reads
    table.text('level')
    // each chosen by the person, and taken back by them
    table.text('words_visible_at')
    table.text('sentences_visible_at')
    table.text('level_visible_at')
    // the enrolment whose trainers may read what is visible
    table.text('visible_to')
    table.text('created_at').notNullable()
    table.text('updated_at').notNullable()
    table.unique(['learner_id', 'place', 'competence'])
    table.index(['visible_to'])
  })
  await db.schema.alterTable('evidence', (table) => {
    // whose own piece it is; null for what a trainer added
    table.text('learner_id').references('learners.id')
    table.text('place')
    table.text('visible_at')
    table.index(['learner_id'])
  })
  // a young person's piece belongs to a session only while they show it there
  await db.schema.alterTable('evidence', (table) => table.setNullable('enrolment_id'))
}

export async function down(db: Knex): Promise<void> {
  await db('evidence').whereNull('enrolment_id').delete()
  await db.schema.alterTable('evidence', (table) => table.dropNullable('enrolment_id'))
  await db.schema.alterTable('evidence', (table) => {
    table.dropIndex(['learner_id'])
    table.dropForeign('learner_id')
    table.dropColumns('learner_id', 'place', 'visible_at')
  })
  for (const table of ['tellings', 'own_stays']) await db.schema.dropTable(table)
}
