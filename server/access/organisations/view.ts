import type { Translate } from '../../platform/i18n/index.ts'
import { ORGANISATION_KINDS, type Organisation, type OrganisationKind } from './organisation.ts'

export const kindLabel = (kind: OrganisationKind, t: Translate): string => t(`access.kind-${kind}`)

export const kindOptions = (t: Translate): { value: OrganisationKind; label: string }[] =>
  ORGANISATION_KINDS.map((value) => ({ value, label: kindLabel(value, t) }))

/** Structures as the platform's page lists them. */
export function organisationCards(organisations: readonly Organisation[], t: Translate) {
  return organisations.map((organisation) => ({
    name: organisation.name,
    publicLabel: organisation.publicLabel,
    about: [kindLabel(organisation.kind, t), organisation.town].filter((part) => part !== null).join(' · '),
    path: `/organisation/${organisation.slug}/invitations`,
    managePath: `/admin/organisations/${organisation.slug}`,
  }))
}
