import { recordEvent } from '../../access/audit/index.ts'
import { findOrganisation, publicNameOf } from '../../access/organisations/index.ts'
import { foldText } from '../../kernel/fold-text.ts'
import type { Actor } from '../../kernel/roles.ts'
import { requireNetworkStaff, type SlipDeps } from './issue-slip.ts'
import { findHoldersNamed, type SlipHolder } from './store.ts'

export interface FoundHolder extends SlipHolder {
  readonly organisationName: string
}

/**
 * People of the whole network who bear exactly this name, so that a trainer can give one of them a new slip. Accents,
 * case, hyphens and apostrophes do not count; a part of a name finds nobody. Each find is written in the audit trail.
 */
export async function findHoldersByName(
  deps: Pick<SlipDeps, 'db' | 'clock'>,
  actor: Actor,
  name: { readonly givenName: string; readonly familyName: string },
): Promise<FoundHolder[]> {
  requireNetworkStaff(actor)
  const wanted = nameSignature(name)
  const holders = await findHoldersNamed(deps.db, (holder) => nameSignature(holder) === wanted)
  const found: FoundHolder[] = []
  for (const holder of holders) {
    const organisation = await findOrganisation(deps.db, holder.organisationId)
    found.push({ ...holder, organisationName: organisation ? publicNameOf(organisation) : '' })
    await recordEvent(deps.db, {
      at: deps.clock.now(),
      actor,
      action: 'slip.holder-found',
      organisationId: holder.organisationId,
      subject: { type: 'learner', id: holder.id },
    })
  }
  return found
}

/** A name without what people spell differently: case, accents, hyphens, apostrophes. */
export function nameSignature({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return [givenName, familyName].map(fold).join('|')
}

function fold(part: string): string {
  const letters = foldText(part)
  // a name without a letter is compared as it is: two emoji are not the same person
  return letters === '' ? part.normalize('NFC').trim() : letters
}
