import type { Knex } from 'knex'

/**
 * The audit trail becomes a chain: each event is numbered and linked to the one before, and the database itself refuses
 * to change or remove one. Free text stays beside it, because people may ask for their words to be erased.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('audit_events', (table) => {
    // both null until the event is linked, a moment after its transaction
    table.bigInteger('seq').unique()
    table.text('link')
  })
  await db.schema.createTable('audit_head', (table) => {
    table.integer('id').primary()
    table.bigInteger('seq').notNullable()
    table.text('link').notNullable()
    table.text('linked_at')
  })
  await db('audit_head').insert({ id: 1, seq: 0, link: '' })
  await db.schema.createTable('audit_notes', (table) => {
    table.text('event_id').primary().references('audit_events.id')
    table.text('note').notNullable()
  })
  await moveNotes(db)
  await db.raw('create index audit_events_unlinked on audit_events (at, id) where seq is null')
  if (onPostgres(db)) for (const statement of POSTGRES) await db.raw(statement)
  else for (const statement of SQLITE) await db.raw(statement)
}

export async function down(db: Knex): Promise<void> {
  if (onPostgres(db))
    for (const name of ['audit_events_once', 'audit_events_kept', 'audit_events_whole'])
      await db.raw(`drop trigger ${name} on audit_events`)
  else for (const name of ['audit_events_once', 'audit_events_kept']) await db.raw(`drop trigger ${name}`)
  if (onPostgres(db)) await db.raw('drop function audit_events_refuse()')
  await db.raw('drop index audit_events_unlinked')
  await moveNotesBack(db)
  await db.schema.dropTable('audit_notes')
  await db.schema.dropTable('audit_head')
  await db.schema.alterTable('audit_events', (table) => {
    table.dropUnique(['seq'])
    table.dropColumn('seq')
    table.dropColumn('link')
  })
}

/** Words that stood in an event itself go beside it while that is still possible: there they can be erased. */
async function moveNotes(db: Knex): Promise<void> {
  const events: { id: string; details: string }[] = await db('audit_events')
    .where('details', 'like', '%"note":%')
    .select('id', 'details')
  for (const { id, details } of events) {
    const { note, ...others } = JSON.parse(details) as { note?: unknown }
    if (typeof note !== 'string') continue
    await db('audit_notes').insert({ event_id: id, note })
    await db('audit_events')
      .where({ id })
      .update({ details: JSON.stringify(others) })
  }
}

async function moveNotesBack(db: Knex): Promise<void> {
  const noted: { id: string; details: string; note: string }[] = await db('audit_notes')
    .join('audit_events', 'audit_events.id', 'audit_notes.event_id')
    .select('id', 'details', 'note')
  for (const { id, details, note } of noted)
    await db('audit_events')
      .where({ id })
      .update({ details: JSON.stringify({ ...(JSON.parse(details) as object), note }) })
}

const onPostgres = (db: Knex): boolean => (db.client as { driverName?: string }).driverName === 'pg'

const SAID = [
  'id',
  'at',
  'actor_kind',
  'actor_id',
  'actor_name',
  'action',
  'organisation_id',
  'subject_type',
  'subject_id',
  'details',
]

/** Only an event without a link may be updated, and only to get one. */
const changed = (differs: (column: string) => string): string =>
  `old.seq is not null or ${SAID.map(differs).join(' or ')}`

const SQLITE = [
  `create trigger audit_events_once before update on audit_events
   when ${changed((column) => `new.${column} is not old.${column}`)}
   begin select raise(abort, 'audit_events is append-only'); end`,
  `create trigger audit_events_kept before delete on audit_events
   begin select raise(abort, 'audit_events is append-only'); end`,
]

const POSTGRES = [
  `create function audit_events_refuse() returns trigger language plpgsql as $$
   begin raise exception 'audit_events is append-only'; end $$`,
  `create trigger audit_events_once before update on audit_events for each row
   when (${changed((column) => `new.${column} is distinct from old.${column}`)})
   execute function audit_events_refuse()`,
  `create trigger audit_events_kept before delete on audit_events for each row
   execute function audit_events_refuse()`,
  `create trigger audit_events_whole before truncate on audit_events for each statement
   execute function audit_events_refuse()`,
]
