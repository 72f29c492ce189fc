import type { Knex } from 'knex'

/** Learners, their stays, training sessions with attendance, assessments in three voices, evidence. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('learners', (table) => {
    table.text('id').primary()
    table.text('organisation_id').notNullable().references('organisations.id')
    table.text('given_name').notNullable()
    table.text('family_name').notNullable()
    table.text('birth_date')
    table.text('email')
    // random urn:uuid, the only identifier that leaves the platform
    table.text('subject_urn').notNullable().unique()
    // normalised name and birth date: what makes two rows of a spreadsheet the same person in one structure
    table.text('identity_key').notNullable()
    table.text('created_at').notNullable()
    table.text('updated_at').notNullable()
    table.unique(['organisation_id', 'identity_key'])
    table.index(['identity_key'])
  })
  await db.schema.createTable('mobilities', (table) => {
    table.text('id').primary()
    table.text('learner_id').notNullable().references('learners.id')
    table.text('programme').notNullable()
    table.text('activity')
    table.text('host_name')
    table.text('host_town')
    table.text('host_country').notNullable()
    table.text('starts_on').notNullable()
    table.text('ends_on').notNullable()
    // the two halves of a Europass Mobility: what was planned before, what was done
    table.text('departure_objectives')
    table.text('departure_agreed_on')
    table.text('return_summary')
    table.text('return_recorded_on')
    table.text('created_at').notNullable()
    table.text('updated_at').notNullable()
    table.unique(['learner_id', 'starts_on', 'host_country'])
  })
  await db.schema.createTable('training_sessions', (table) => {
    table.text('id').primary()
    table.text('organisation_id').notNullable().references('organisations.id')
    table.text('kind').notNullable()
    table.text('title').notNullable()
    table.text('place')
    table.text('starts_on').notNullable()
    table.text('ends_on').notNullable()
    table.text('locale').notNullable()
    table.text('framework_id').notNullable()
    // JSON array of competence codes, in the grid's order
    table.text('competences').notNullable()
    table.text('created_at').notNullable()
    table.text('signed_at')
    table.text('signed_by')
    table.text('signed_by_name')
    table.index(['organisation_id', 'starts_on'])
  })
  await db.schema.createTable('session_trainers', (table) => {
    table.text('session_id').notNullable().references('training_sessions.id')
    table.text('account_id').notNullable().references('accounts.id')
    table.text('added_at').notNullable()
    table.primary(['session_id', 'account_id'])
  })
  await db.schema.createTable('enrolments', (table) => {
    table.text('id').primary()
    table.text('session_id').notNullable().references('training_sessions.id')
    table.text('learner_id').notNullable().references('learners.id')
    table.text('mobility_id').references('mobilities.id')
    // the structure that sent the young person, when the session's structure keeps their record in its place
    table.text('sent_by_organisation_id').references('organisations.id')
    table.text('attendance').notNullable()
    table.integer('position').notNullable()
    table.text('observation')
    table.text('created_at').notNullable()
    table.text('updated_at').notNullable()
    table.unique(['session_id', 'learner_id'])
    table.index(['learner_id'])
  })
  await db.schema.createTable('assessments', (table) => {
    table.text('id').primary()
    table.text('enrolment_id').notNullable().references('enrolments.id')
    table.text('competence').notNullable()
    // declared (the young person), attested (the trainer), confirmed (the host)
    table.text('voice').notNullable()
    // '1'..'4', 'A1'..'C2' or 'not-yet'; null: something was observed, no level was set yet
    table.text('level')
    table.text('observation')
    table.text('author_id')
    table.text('author_name').notNullable()
    table.text('created_at').notNullable()
    table.text('updated_at').notNullable()
    table.unique(['enrolment_id', 'competence', 'voice'])
  })
  await db.schema.createTable('evidence', (table) => {
    table.text('id').primary()
    table.text('enrolment_id').notNullable().references('enrolments.id')
    table.text('competence')
    table.text('kind').notNullable()
    table.text('title').notNullable()
    table.text('narrative')
    table.text('file_key')
    table.text('media_type')
    table.integer('size')
    table.text('sha256')
    table.text('added_by').notNullable()
    table.text('created_at').notNullable()
    table.index(['enrolment_id'])
  })
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'evidence',
    'assessments',
    'enrolments',
    'session_trainers',
    'training_sessions',
    'mobilities',
    'learners',
  ])
    await db.schema.dropTable(table)
}
