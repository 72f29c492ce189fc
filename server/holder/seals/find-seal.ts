import { createPrivateKey } from 'node:crypto'
import { findOrganisation } from '../../access/organisations/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import { algorithmOf, dayOf, nameIn } from './check-certificate.ts'
import { stateAt } from './describe-seal.ts'
import { readChain } from './read-certificates.ts'
import type { KeptSeal, SealFiles } from './seal-files.ts'
import type { Seal, SealFor } from './seal.ts'

export interface FindSealDeps {
  readonly db: Db
  readonly clock: Clock
  readonly log: Logger
  readonly seals: SealFiles
}

/** {@link SealFor} over the keys folder. */
export function findSeal(deps: FindSealDeps): SealFor {
  // a thousand passports in a row want one line in the log
  const told = new Map<OrganisationId, string>()
  const tell = (organisationId: OrganisationId, why: string): void => {
    const today = `${dayOf(deps.clock.now())} ${why}`
    if (told.get(organisationId) !== today)
      deps.log.warn({ organisationId }, `${why}: passports go out without`)
    told.set(organisationId, today)
  }
  return async (organisationId) => {
    try {
      const kept = await deps.seals.read(organisationId)
      if (kept === undefined) return undefined
      const opened = await openSeal(deps, kept)
      if (!('unused' in opened)) return opened
      tell(organisationId, opened.unused)
    } catch (error) {
      tell(
        organisationId,
        `a seal could not be opened (${error instanceof Error ? error.message : String(error)})`,
      )
    }
    return undefined
  }
}

/** The seal, or why it is not used today. */
async function openSeal(deps: FindSealDeps, kept: KeptSeal): Promise<Seal | { readonly unused: string }> {
  const chain = readChain(kept.certificates)
  const [own] = chain
  const pem = kept.openKey()
  const key = pem === undefined ? undefined : createPrivateKey(pem)
  const algorithm = key && algorithmOf(key)
  if (key === undefined || algorithm === undefined)
    return { unused: 'a seal does not open with the keys of this installation' }
  const state = stateAt(own, deps.clock.now())
  if (state !== 'valid') return { unused: `a seal is ${state} (valid until ${own.validTo})` }
  const unused = await whyNotNow(deps.db, kept.organisationId)
  if (unused !== undefined) return { unused }
  const der = new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }))
  return {
    certificates: chain.map(({ raw }) => new Uint8Array(raw)),
    key: await crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']),
    name: nameIn(own),
  }
}

/** A closed structure draws nothing up; one that goes by a neutral label keeps its name, which a certificate tells, to itself. */
async function whyNotNow(db: Db, id: OrganisationId): Promise<string | undefined> {
  const organisation = await findOrganisation(db, id)
  if (organisation?.closedAt !== null) return 'a seal belongs to a structure that is closed'
  return organisation.publicLabel === null
    ? undefined
    : 'a seal would tell the name of a structure that goes by a neutral label'
}
