// ESCO, the European classification of skills: the official file, and finding a skill in it while typing.
export { importEsco, type EscoDeps } from './import-esco.ts'
export { MAX_ESCO_MEGABYTES } from './read-skills-file.ts'
export { createEscoSearch, findSkills, type EscoSearch, type FoundSkill } from './search-esco.ts'
export { listEscoImports } from './list-imports.ts'
export type { EscoImport } from './store.ts'
