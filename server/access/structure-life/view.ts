import type { Locale } from '../../kernel/locale.ts'
import { formatDate, type Translate } from '../../platform/i18n/index.ts'
import { kindLabel, publicNameOf, type Organisation } from '../organisations/index.ts'
import type { previewMerger, StructurePreview } from './preview.ts'
import type { SharedPerson } from './structure-records.ts'

interface Words {
  readonly t: Translate
  readonly locale: Locale
}

const place = ({ slug }: Organisation): string => `/admin/organisations/${slug}`

const shared = (organisation: Organisation) => ({ section: 'admin', back: place(organisation) })

/** « 3 personnes dans l’équipe », « 12 jeunes »…: what is in a structure, one line each, what is none left out. */
function contents(preview: StructurePreview, t: Translate): string[] {
  const { members, invitations, learners, openSessions, signedSessions, credentials, pendingCredentials } =
    preview
  const lines = {
    members,
    invitations,
    learners,
    openSessions,
    signedSessions,
    credentials,
    pendingCredentials,
  }
  return Object.entries(lines).flatMap(([what, count]) =>
    count === 0 ? [] : [t(`structures.count-${what as keyof typeof lines}`, { count })],
  )
}

/** How a structure stands, and what can be done with it. */
export function structureLifePage(
  preview: StructurePreview,
  today: Organisation | undefined,
  { t, locale }: Words,
) {
  const { organisation } = preview
  const { closedAt, succeededBy, slug } = organisation
  const state = closedAt === null ? 'open' : succeededBy === null ? 'closed' : 'merged'
  return {
    title: organisation.name,
    section: 'admin',
    about: [kindLabel(organisation.kind, t), organisation.town].filter((part) => part !== null).join(' · '),
    publicLabel: organisation.publicLabel,
    contents: contents(preview, t),
    isOpen: state === 'open',
    isClosed: state === 'closed',
    closedOn:
      closedAt === null ? undefined : t('structures.closedOn', { date: formatDate(locale, closedAt) }),
    successor:
      state === 'merged' && today !== undefined ? { name: today.name, path: place(today) } : undefined,
    path: place(organisation),
    teamPath: `/organisation/${slug}/invitations`,
    detailsPath: `/organisation/${slug}/details`,
  }
}

/** Before a structure is closed. */
export function closingPage(preview: StructurePreview, t: Translate) {
  const { organisation } = preview
  return {
    ...shared(organisation),
    title: t('structures.closeTitle', { name: organisation.name }),
    pageClass: 'narrow',
    contents: contents(preview, t),
    openSessions: preview.openSessions,
    pending: preview.pendingCredentials,
    action: `${place(organisation)}/close`,
    mergePath: `${place(organisation)}/merge`,
  }
}

/** Which structure takes over. */
export function mergerChoicePage(from: Organisation, others: readonly Organisation[], t: Translate) {
  return {
    ...shared(from),
    title: t('structures.mergeTitle', { name: from.name }),
    pageClass: 'narrow',
    action: `${place(from)}/merge`,
    others: others.map(({ slug, name, town }) => ({
      value: slug,
      label: town === null ? name : `${name} (${town})`,
    })),
  }
}

/** What taking over means, and whom both know. */
export function mergerPage(
  preview: Awaited<ReturnType<typeof previewMerger>>,
  ticked: readonly string[],
  { t, locale }: Words,
) {
  const { organisation: from, into, people } = preview
  const listed = (some: readonly SharedPerson[]) =>
    some.map(({ id, name, birthDate }) => ({
      id,
      name,
      born: birthDate === null ? undefined : t('structures.born', { date: formatDate(locale, birthDate) }),
      ticked: ticked.includes(id),
    }))
  return {
    ...shared(from),
    title: t('structures.mergeTitle', { name: from.name }),
    pageClass: 'narrow',
    names: { from: from.name, into: into.name, shownAs: publicNameOf(into) },
    into: into.slug,
    action: `${place(from)}/merge`,
    contents: contents(preview, t),
    people: {
      same: listed(people.same),
      doubtful: listed(people.doubtful),
      namesakes: listed(people.namesakes),
      toldTwice: listed(people.toldTwice),
      twice: people.twice.map(({ name, session }) => ({ name, session })),
    },
    // somebody is in the way: the name need not be typed yet
    blocked: people.twice.length > 0,
  }
}
