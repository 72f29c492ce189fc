import type { Knex } from 'knex'

/** Sessions shared by several structures, attendance by half-day, session templates, and who left the pool of trainers. */
export async function up(db: Knex): Promise<void> {
  // structures that prepare and hold the session with its own: equals, the own one is not repeated here
  await db.schema.createTable('session_structures', (table) => {
    table.text('session_id').notNullable().references('training_sessions.id')
    table.text('organisation_id').notNullable().references('organisations.id')
    table.text('added_at').notNullable()
    table.primary(['session_id', 'organisation_id'])
    table.index(['organisation_id'])
  })
  await db.schema.alterTable('session_trainers', (table) => {
    // through which structure somebody is named: without a role there any more, the session is closed to them; null:
    // the session's own
    table.text('organisation_id')
  })
  await db.schema.alterTable('training_sessions', (table) => {
    // JSON array of « 2026-07-03-am »; null: a morning and an afternoon on each day
    table.text('half_days')
  })
  await db.schema.alterTable('enrolments', (table) => {
    // the word that was said before a half-day was noted: it holds again once every mark is taken back
    table.text('said_attendance')
  })
  await db.schema.createTable('attendance_marks', (table) => {
    table.text('enrolment_id').notNullable().references('enrolments.id').onDelete('CASCADE')
    table.text('half_day').notNullable()
    // present, late, absent, excused
    table.text('mark').notNullable()
    // HH:MM on the wall clock of the room, for somebody late
    table.text('arrived_at')
    table.text('author_id')
    table.text('author_name').notNullable()
    table.text('updated_at').notNullable()
    table.primary(['enrolment_id', 'half_day'])
  })
  await db.schema.createTable('session_templates', (table) => {
    table.text('id').primary()
    table.text('organisation_id').notNullable().references('organisations.id')
    table.text('name').notNullable()
    table.text('kind').notNullable()
    table.text('title_pattern').notNullable()
    table.text('place')
    table.text('locale').notNullable()
    // JSON: one array of halves a day, competence codes, account ids, structure ids
    table.text('days').notNullable()
    table.text('competences').notNullable()
    table.text('trainers').notNullable()
    table.text('partners').notNullable()
    table.text('created_at').notNullable()
    table.text('updated_at').notNullable()
    table.unique(['organisation_id', 'name'])
  })
  // a structure that keeps its trainers for itself (account null), or somebody who is not lent (organisation null)
  await db.schema.createTable('trainer_pool_exits', (table) => {
    table.text('id').primary()
    table.text('organisation_id').references('organisations.id')
    table.text('account_id').references('accounts.id')
    table.text('left_at').notNullable()
    table.unique(['organisation_id', 'account_id'])
    table.index(['account_id'])
  })
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['trainer_pool_exits', 'session_templates', 'attendance_marks'])
    await db.schema.dropTable(table)
  await db.schema.alterTable('enrolments', (table) => table.dropColumn('said_attendance'))
  await db.schema.alterTable('training_sessions', (table) => table.dropColumn('half_days'))
  await db.schema.alterTable('session_trainers', (table) => table.dropColumn('organisation_id'))
  await db.schema.dropTable('session_structures')
}
