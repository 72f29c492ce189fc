import type { CredentialId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { IssuanceDeps } from './issuance-deps.ts'
import { passportsMissing } from './passport-store.ts'
import { requestIssuance } from './request-issuance.ts'

const SERVER: Actor = { kind: 'system', name: 'passerelle' }

/**
 * A credential whose signature came late (it failed first, or a crash was in between) is missing from the passport that
 * was signed without it: asks for a new passport, which will supersede that one. Returns what it asked for.
 */
export async function requestMissingPassports(
  deps: IssuanceDeps,
  members: readonly CredentialId[],
): Promise<CredentialId[]> {
  const requested: CredentialId[] = []
  for (let start = 0; start < members.length; start += 100) {
    const missing = await passportsMissing(deps.db, members.slice(start, start + 100))
    if (missing.length === 0) continue
    // one a learner, under a key that two processes would choose alike
    const awards = new Map(
      missing.map(({ memberId, award }) => [
        award.learner.id,
        { ...award, awardKey: `${award.awardKey}+${memberId}` },
      ]),
    )
    const { credentials } = await deps.db.transaction((trx) =>
      requestIssuance(trx, deps, SERVER, [...awards.values()]),
    )
    requested.push(...credentials.map(({ id }) => id))
  }
  return requested
}
