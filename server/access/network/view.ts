import { mayActIn, type StaffActor } from '../../kernel/roles.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatDate, type Translate } from '../../platform/i18n/index.ts'
import { ORGANISATION_KINDS, kindLabel, type Organisation } from '../organisations/index.ts'
import type { StructurePlace } from './read-place.ts'

interface Words {
  readonly t: Translate
  readonly locale: Locale
}

/** « Convention du 1er septembre 2026 au 31 août 2027 », and what that means today. */
function conventionModel(place: StructurePlace, { t, locale }: Words) {
  const { convention, conventionFrom: from, conventionUntil: until } = place
  const day = (value: string) => formatDate(locale, value)
  const dates =
    from !== null && until !== null
      ? t('network.conventionBoth', { from: day(from), until: day(until) })
      : from !== null
        ? t('network.conventionFrom', { from: day(from) })
        : until !== null
          ? t('network.conventionUntil', { until: day(until) })
          : t('network.conventionNone')
  return {
    dates,
    state: convention === 'none' ? undefined : t(`network.convention-${convention}`),
    warns: convention === 'ending' || convention === 'ended',
  }
}

/** A structure's own page about its place in the network. */
export function placePage(
  input: { readonly organisation: Organisation; readonly place: StructurePlace; readonly actor: StaffActor },
  words: Words,
) {
  const { organisation, place, actor } = input
  const { t } = words
  const path = `/organisation/${organisation.slug}/network`
  const invites = place.headSince !== null && mayActIn(actor, organisation.id, 'coordinator')
  return {
    title: t('network.title'),
    section: 'organisation',
    back: `/organisation/${organisation.slug}/invitations`,
    organisationName: organisation.name,
    publicLabel: organisation.publicLabel,
    convention: conventionModel(place, words),
    invitedBy: place.invitedByName,
    head: place.headSince !== null,
    invites,
    action: path,
    kinds: ORGANISATION_KINDS.map((value) => ({ value, label: kindLabel(value, t) })),
    invited: place.invited.map(({ organisation: one, waiting }) => ({
      name: one.name,
      about: [kindLabel(one.kind, t), one.town].filter((part) => part !== null).join(' · '),
      state: t(one.closedAt !== null ? 'network.closed' : waiting ? 'network.waiting' : 'network.joined'),
      remindPath: invites && waiting && one.closedAt === null ? `${path}/${one.slug}/remind` : undefined,
    })),
  }
}

/** What the platform writes down of a structure. */
export function placeFormPage(organisation: Organisation, place: StructurePlace, words: Words) {
  const { t } = words
  return {
    title: t('network.adminTitle'),
    section: 'admin',
    pageClass: 'narrow',
    back: `/admin/organisations/${organisation.slug}`,
    organisationName: organisation.name,
    action: `/admin/organisations/${organisation.slug}/network`,
    convention: conventionModel(place, words),
    values: {
      head: place.headSince === null ? '' : 'yes',
      conventionFrom: place.conventionFrom ?? '',
      conventionUntil: place.conventionUntil ?? '',
    },
    headChoice: [{ value: 'yes', label: t('network.headLabel'), hint: t('network.headHint') }],
  }
}
