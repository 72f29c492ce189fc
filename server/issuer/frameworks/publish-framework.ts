import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { foldText } from '../../kernel/fold-text.ts'
import { newCrockfordCode } from '../../kernel/ids.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../../access/audit/index.ts'
import { findCompetence } from '../achievements/index.ts'
import { loadFrameworks } from './load-frameworks.ts'
import { stateOf, type CompetenceVersion, type OwnCompetence } from './own-framework.ts'
import {
  insertFrameworkVersion,
  insertVersion,
  lockFramework,
  selectCompetences,
  selectVersions,
  updateCompetence,
} from './store.ts'
import type { FrameworkDeps } from './write-framework.ts'

export interface Publication {
  readonly version: number
  /** Competences whose words are new. */
  readonly published: number
  /** Competences that are offered no longer. */
  readonly left: number
}

/**
 * Publishes the framework as it is written: a competence whose words changed gets a new version under a new code, the
 * others keep theirs. Sessions and credentials that name a former version keep its words for ever.
 * @throws AppError `forbidden`, `not-found`, `nothing-to-publish`
 */
export async function publishFramework(deps: FrameworkDeps, actor: Actor, id: string): Promise<Publication> {
  requireAdmin(actor)
  const at = deps.clock.now()
  const publication = await deps.db.transaction(async (trx) => {
    const framework = await lockFramework(trx, id)
    if (framework === undefined) throw new AppError('not-found')
    const versions = new Map((await selectVersions(trx)).map((one) => [one.code, one]))
    const counts = { published: 0, left: 0 }
    const codes: string[] = []
    for (const competence of await selectCompetences(trx, framework.id)) {
      const after = await publishOne(trx, competence, versions, isoInstant(at))
      if (after !== null) codes.push(after)
      if (after !== null && after !== competence.currentCode) counts.published++
      if (after === null && competence.currentCode !== null) counts.left++
    }
    if (counts.published + counts.left === 0) throw new AppError('nothing-to-publish')
    const version = framework.version + 1
    await insertFrameworkVersion(trx, { id: framework.id, version }, codes, isoInstant(at))
    await recordEvent(trx, {
      at,
      actor,
      action: 'framework.published',
      subject: { type: 'framework', id: framework.id },
      details: { version, ...counts },
    })
    return { version, ...counts }
  })
  await loadFrameworks(deps.db)
  return publication
}

/** The code under which the competence is offered from now on; null when it is not. */
async function publishOne(
  trx: Db,
  competence: OwnCompetence,
  versions: ReadonlyMap<string, CompetenceVersion>,
  at: string,
): Promise<string | null> {
  const { id, content, currentCode } = competence
  const current = currentCode === null ? undefined : versions.get(currentCode)
  switch (stateOf(competence, current?.content)) {
    case 'published':
      return currentCode
    case 'retired':
      return null
    case 'leaving':
      await updateCompetence(trx, { ...competence, currentCode: null }, at)
      return null
    case 'new':
    case 'changed': {
      const former = [...versions.values()].filter(({ competenceId }) => competenceId === id)
      const version = 1 + Math.max(0, ...former.map((one) => one.version))
      const code = freeCode(content.short.fr, (taken) => versions.has(taken))
      await insertVersion(trx, { code, competenceId: id, version, content }, at)
      await updateCompetence(trx, { ...competence, currentCode: code }, at)
      return code
    }
  }
}

const LONGEST_WORD = 12
/** « LANG-DE » is a language. */
const RESERVED = 'LANG'

/** `Accueil du public` → `ACCUEIL-7K3F`: a word people recognise, and four symbols that keep versions apart. */
function freeCode(short: string, isTaken: (code: string) => boolean): string {
  const [word = ''] = foldText(short)
    .toUpperCase()
    .replace(/[^A-Z ]/g, '')
    .split(' ')
    .filter((part) => part.length > 3 && part !== RESERVED)
  for (;;) {
    const code = `${(word === '' ? 'COMPETENCE' : word).slice(0, LONGEST_WORD)}-${newCrockfordCode(4)}`
    if (!isTaken(code) && findCompetence(code) === undefined) return code
  }
}
