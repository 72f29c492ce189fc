import type { Knex } from 'knex'

/** Frameworks that the network writes itself, every published version of their competences, and the ESCO skills they point to. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('own_frameworks', (table) => {
    table.text('id').primary()
    table.text('name_fr').notNullable()
    table.text('name_en').notNullable()
    // 0 until it is published for the first time
    table.integer('version').notNullable()
    table.text('created_at').notNullable()
    table.text('published_at')
  })
  await db.schema.createTable('own_competences', (table) => {
    table.text('id').primary()
    table.text('framework_id').notNullable().references('own_frameworks.id')
    table.integer('position').notNullable()
    // JSON: what will be published next
    table.text('content').notNullable()
    table.text('changed_at').notNullable()
    table.text('retired_at')
    // the published version that is offered today
    table.text('current_code')
    table.index(['framework_id'])
  })
  // a version is never changed and never removed: credentials name it
  await db.schema.createTable('competence_versions', (table) => {
    table.text('code').primary()
    table.text('competence_id').notNullable().references('own_competences.id')
    table.integer('version').notNullable()
    table.text('content').notNullable()
    table.text('published_at').notNullable()
    table.unique(['competence_id', 'version'])
  })
  await db.schema.createTable('framework_versions', (table) => {
    table.text('framework_id').notNullable().references('own_frameworks.id')
    table.integer('version').notNullable()
    // JSON array of competence codes, in their order
    table.text('codes').notNullable()
    table.text('published_at').notNullable()
    table.primary(['framework_id', 'version'])
  })
  await db.schema.createTable('esco_skills', (table) => {
    table.text('language').notNullable()
    table.text('uri').notNullable()
    table.text('label').notNullable()
    table.text('alt_labels').notNullable()
    table.primary(['language', 'uri'])
  })
  await db.schema.createTable('esco_imports', (table) => {
    table.text('language').primary()
    table.text('version').notNullable()
    table.integer('skills').notNullable()
    table.text('imported_at').notNullable()
    // another one at each import: what was worked out from a former one is out of date
    table.text('edition').notNullable()
  })
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'esco_imports',
    'esco_skills',
    'framework_versions',
    'competence_versions',
    'own_competences',
    'own_frameworks',
  ])
    await db.schema.dropTable(table)
}
