import { foldText } from '../../kernel/fold-text.ts'
import type { OrganisationId } from '../../kernel/ids.ts'

/** What a partner structure is; the words are in `templates/locales/<locale>/access.ts`. */
export const ORGANISATION_KINDS = [
  'mission-locale',
  'cfa',
  'lycee',
  'association',
  'crij',
  'region',
  'other',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** A partner structure of the network; all are equals. */
export interface Organisation {
  readonly id: OrganisationId
  /** In its DID and its addresses; never changes. */
  readonly slug: string
  readonly name: string
  /** Shown instead of the name wherever the name itself could reveal health or justice. */
  readonly publicLabel: string | null
  readonly kind: OrganisationKind
  readonly siret: string | null
  readonly town: string | null
  readonly contactEmail: string | null
  readonly contactUrl: string | null
  readonly createdAt: string
  readonly closedAt: string | null
  /** The structure that took this one over; null while it is open, or closed without a successor. */
  readonly succeededBy: OrganisationId | null
}

/** The name that leaves the platform: the neutral label where there is one. */
export function publicNameOf(organisation: Pick<Organisation, 'name' | 'publicLabel'>): string {
  return organisation.publicLabel ?? organisation.name
}

/** A name without case, accents, punctuation or doubled spaces, to recognise it however it was typed. */
export const plainName = foldText

/** `Mission locale de Vichy` → `mission-locale-de-vichy`; at most 60 characters, never empty. */
export function slugOf(name: string): string {
  const slug = plainName(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return slug === '' ? 'structure' : slug
}
