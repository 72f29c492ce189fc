import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  listMembers,
  listPendingInvitations,
  mailInvitation,
  prepareInvitation,
  type InviteDeps,
  type SentInvitation,
} from '../accounts/index.ts'
import {
  addOrganisation,
  requireOpenOrganisation,
  type Organisation,
  type OrganisationKind,
} from '../organisations/index.ts'
import { selectPlace, upsertPlace } from './store.ts'

export interface StructureInvitation {
  /** The head of network that asks. */
  readonly headId: OrganisationId
  readonly structure: string
  readonly kind: OrganisationKind
  readonly town?: string | undefined
  readonly publicLabel?: string | undefined
  /** Who is to coordinate the structure. */
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

/**
 * A head of network asks another structure to join: the structure is there at once, and its first coordinator gets a link.
 * Whoever asked has no right over it afterwards: structures are equals.
 * @throws AppError `forbidden` for whoever does not coordinate a head of network, `already-exists` when an open structure
 * has the name
 */
export async function inviteStructure(
  deps: InviteDeps,
  actor: Actor,
  input: StructureInvitation,
): Promise<SentInvitation & { readonly organisation: Organisation }> {
  requireRoleIn(actor, input.headId, 'coordinator')
  const { headId, structure, kind, town, publicLabel, name, email, locale } = input
  const { organisation, prepared } = await deps.db.transaction(async (trx) => {
    await requireHead(trx, headId)
    const within = { db: trx, clock: deps.clock }
    const made = await addOrganisation(within, actor, { name: structure, kind, town, publicLabel }).catch(
      inItsField,
    )
    const place = await selectPlace(trx, made.id)
    await upsertPlace(trx, { ...place, invitedBy: headId }, isoInstant(deps.clock.now()))
    const invitation = { name, email, locale, role: 'coordinator', organisationId: made.id } as const
    return { organisation: made, prepared: await prepareInvitation(trx, deps, actor, invitation) }
  })
  return { ...(await mailInvitation(deps, actor, prepared)), organisation }
}

/**
 * Mails a new link to the first coordinator of a structure that this head of network asked, as long as nobody has come.
 * @throws AppError `forbidden`, `not-found` for a structure it did not ask, or where somebody has come
 */
export async function remindStructure(
  deps: InviteDeps,
  actor: Actor,
  input: {
    readonly headId: OrganisationId
    readonly organisationId: OrganisationId
    readonly locale: Locale
  },
): Promise<SentInvitation> {
  requireRoleIn(actor, input.headId, 'coordinator')
  const { headId, organisationId, locale } = input
  const prepared = await deps.db.transaction(async (trx) => {
    await requireHead(trx, headId)
    const { invitedBy } = await selectPlace(trx, organisationId)
    const [pending] = await listPendingInvitations(trx, organisationId)
    const waits = (await listMembers(trx, organisationId)).length === 0
    if (invitedBy !== headId || pending === undefined || !waits) throw new AppError('not-found')
    const { name, email, role } = pending
    return prepareInvitation(trx, deps, actor, { name, email, role, organisationId, locale })
  })
  return mailInvitation(deps, actor, prepared)
}

async function requireHead(trx: Db, headId: OrganisationId): Promise<void> {
  await requireOpenOrganisation(trx, headId)
  if ((await selectPlace(trx, headId)).headSince === null) throw new AppError('forbidden')
}

/** The structure's name is called `structure` in this form, whose `name` is the coordinator's. */
function inItsField(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'already-exists') throw error
  throw new AppError('already-exists', {}, [{ field: 'structure', message: 'fields.organisationExists' }])
}
