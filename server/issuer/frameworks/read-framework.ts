import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import { stateOf, type CompetenceState, type OwnCompetence, type OwnFramework } from './own-framework.ts'
import { selectCompetences, selectFramework, selectFrameworks, selectVersions } from './store.ts'

export interface WrittenCompetence extends OwnCompetence {
  readonly state: CompetenceState
  /** How many versions of it were published. */
  readonly versions: number
}

export interface WrittenFramework extends OwnFramework {
  readonly competences: readonly WrittenCompetence[]
  /** Whether publishing would change anything. */
  readonly unpublished: boolean
}

/** The network's own frameworks, the first written first. */
export async function listFrameworks(db: Db): Promise<WrittenFramework[]> {
  const frameworks: WrittenFramework[] = []
  for (const framework of await selectFrameworks(db)) frameworks.push(await withCompetences(db, framework))
  return frameworks
}

/** One of them with everything that is written in it. @throws AppError `not-found` */
export async function readFramework(db: Db, id: string): Promise<WrittenFramework> {
  const framework = await selectFramework(db, id)
  if (framework === undefined) throw new AppError('not-found')
  return withCompetences(db, framework)
}

async function withCompetences(db: Db, framework: OwnFramework): Promise<WrittenFramework> {
  const versions = await selectVersions(db)
  const competences = (await selectCompetences(db, framework.id)).map((competence): WrittenCompetence => {
    const published = versions.find(({ code }) => code === competence.currentCode)
    return {
      ...competence,
      state: stateOf(competence, published?.content),
      versions: versions.filter(({ competenceId }) => competenceId === competence.id).length,
    }
  })
  const unpublished = competences.some(({ state }) => state !== 'published' && state !== 'retired')
  return { ...framework, competences, unpublished }
}
