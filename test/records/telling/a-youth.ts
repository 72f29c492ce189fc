import type { LearnerActor } from '../../../server/kernel/roles.ts'
import { createFileStore } from '../../../server/platform/files/index.ts'
import type { Change } from '../../../server/platform/live/index.ts'
import type { Learner } from '../../../server/records/learners/index.ts'
import { saveTelling } from '../../../server/records/telling/save-telling.ts'
import { showTelling } from '../../../server/records/telling/show-telling.ts'
import { temporaryFolder } from '../../support/database.ts'
import { aNetwork, aSession, TEAM } from '../training-sessions/a-network.ts'

export const youthOf = (learner: Learner): LearnerActor => ({
  kind: 'learner',
  learnerId: learner.id,
  name: learner.givenName,
})

/** Inès and Malo, enrolled in Anne's open return session about their stay in Bremen; one competence in its grid. */
export async function openTellings() {
  const network = await aNetwork()
  const { session, ines, malo } = await aSession(network, { competences: [TEAM] })
  const heard: Change[] = []
  const live = {
    publish: (_db: unknown, changes: readonly Change[]) => {
      heard.push(...changes)
      return Promise.resolve()
    },
  }
  const deps = { ...network.deps, live, files: createFileStore(temporaryFolder()) }
  const youth = youthOf(ines.learner)
  const place = `stay-${ines.mobility.id}`
  return {
    ...network,
    deps,
    session,
    ines,
    malo,
    youth,
    place,
    heard,
    tell: (
      competence: string,
      typed: Record<string, string>,
      was: Record<string, string[]> = {},
      as = youth,
    ) => saveTelling(deps, as, { place, competence, typed, was }),
    show: (...items: string[]) => showTelling(deps, youth, { place, items }),
  }
}
