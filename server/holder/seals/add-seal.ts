import { recordEvent } from '../../access/audit/index.ts'
import { findOrganisationBySlug, requireOpenOrganisation } from '../../access/organisations/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { checkCertificate } from './check-certificate.ts'
import { describeSeal, stateAt, type SealListing } from './describe-seal.ts'
import { chainFor, readCertificates, readKey, refuse } from './read-certificates.ts'
import type { SealFiles } from './seal-files.ts'

export interface ChangeSealsDeps {
  readonly db: Db
  readonly clock: Clock
  readonly seals: SealFiles
}

export interface NewSeal {
  /** Slug of the structure. */
  readonly structure: string
  /** The structure's certificate and, in any order, those that lead from it to the root: PEM. */
  readonly certificates: string
  /** The private key: PEM. */
  readonly key: string
  /** When the key is encrypted. */
  readonly passphrase?: string | undefined
}

/**
 * Gives a structure the certificate that its passports are sealed with, in place of a former one.
 * @throws AppError `forbidden` unless the actor runs the platform, `not-found`, `structure-closed`; `invalid-input` at
 * `certificate`, `key` or `passphrase`, or at `structure` when it goes by a neutral label, which a certificate would undo
 */
export async function addSeal(deps: ChangeSealsDeps, actor: Actor, input: NewSeal): Promise<SealListing> {
  requireAdmin(actor)
  const organisation = await findOrganisationBySlug(deps.db, input.structure)
  if (organisation === undefined) throw new AppError('not-found')
  if (organisation.publicLabel !== null) throw refuse('structure', 'neutralLabel')
  const key = readKey(input.key, input.passphrase)
  const chain = chainFor(key, readCertificates(input.certificates))
  const [own] = chain
  const at = deps.clock.now()
  checkCertificate(own, key, at)
  const listing = describeSeal(organisation, chain, stateAt(own, at))
  await deps.db.transaction(async (trx) => {
    await requireOpenOrganisation(trx, organisation.id)
    await recordEvent(trx, {
      at,
      actor,
      action: 'seal.added',
      organisationId: organisation.id,
      subject: { type: 'organisation', id: organisation.id },
      details: { fingerprint: listing.fingerprint, validUntil: listing.validUntil },
    })
    await deps.seals.write(organisation.id, {
      certificates: chain.map((certificate) => certificate.toString()).join(''),
      key: String(key.export({ type: 'pkcs8', format: 'pem' })),
    })
  })
  return listing
}
