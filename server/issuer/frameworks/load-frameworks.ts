import type { Db } from '../../platform/db/index.ts'
import { learnOwnFrameworks, ownCompetence, type Framework } from '../achievements/index.ts'
import { selectCompetences, selectFrameworks, selectVersions } from './store.ts'

/**
 * Makes this process know the network's frameworks: every version ever published, and those that are offered. Run it when
 * the server starts, after publishing, and from time to time, because another process may have published.
 */
export async function loadFrameworks(db: Db): Promise<void> {
  const versions = (await selectVersions(db)).map(({ code, competenceId, content }) => ({
    ...ownCompetence(code, content),
    lineage: competenceId,
  }))
  const byCode = new Map(versions.map((competence) => [competence.code, competence]))
  const offered: Framework[] = []
  for (const { id, name, version } of await selectFrameworks(db)) {
    if (version === 0) continue
    const current = (await selectCompetences(db, id)).flatMap(({ currentCode }) => currentCode ?? [])
    const competences = current.flatMap((code) => byCode.get(code) ?? [])
    offered.push({ id, version: String(version), label: name, competences })
  }
  learnOwnFrameworks({ versions, offered })
}
