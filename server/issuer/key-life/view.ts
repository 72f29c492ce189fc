import type { Locale } from '../../kernel/locale.ts'
import { formatDate, type Translate } from '../../platform/i18n/index.ts'
import type { Ceremony, IssuerKeys, KeyLife } from './list-key-lives.ts'

interface Words {
  readonly t: Translate
  readonly locale: Locale
  readonly now: Date
}

const DAY_MS = 24 * 3600 * 1000
const BADGES = { active: 'badge--ready', retired: '', compromised: 'badge--withdrawn' } as const
const BADGE_ICONS = { active: 'check', retired: 'clock', compromised: 'danger' } as const

/** A key's name short enough to be read: its beginning is the same for all. */
export const shortKey = (keyId: string): string => `${keyId.slice(0, 4)}…${keyId.slice(-8)}`

export function issuerRows(issuers: readonly IssuerKeys[], words: Words) {
  return issuers.map(({ slug, name, keys }) => ({
    slug,
    name,
    label: words.t('keys.keysOf', { name }),
    did: keys[0]?.did,
    rotatePath: `/admin/keys/issuers/${encodeURIComponent(slug)}/rotate`,
    keys: keys.map((key) => keyRow(key, words)),
  }))
}

function keyRow(key: KeyLife, { t, locale, now }: Words) {
  const path = `/admin/keys/${key.keyId}`
  const isCompromised = key.state === 'compromised'
  return {
    id: key.keyId,
    short: shortKey(key.keyId),
    about: t('keys.actionsOf', { key: shortKey(key.keyId) }),
    state: t(`keys.state-${key.state}`),
    badge: BADGES[key.state],
    badgeIcon: BADGE_ICONS[key.state],
    detail: detailOf(key, { t, locale, now }),
    createdAt: key.createdAt,
    age: ageOf(key.createdAt, { t, now }),
    signed: t('keys.signedCount', { count: key.signed }),
    ...(key.state === 'active' ? { retirePath: `${path}/retire` } : {}),
    ...(isCompromised ? { reissuePath: `${path}/reissue` } : {}),
    compromise: t(isCompromised ? 'keys.earlier' : 'keys.compromise'),
    compromisePath: `${path}/compromise`,
  }
}

function detailOf(key: KeyLife, { t, locale }: Words): string | undefined {
  if (key.compromisedSince !== null)
    return t('keys.compromisedSince', { date: formatDate(locale, key.compromisedSince, 'time') })
  return key.retiredAt === null
    ? undefined
    : t('keys.retiredOn', { date: formatDate(locale, key.retiredAt, 'long') })
}

function ageOf(createdAt: string, { t, now }: Pick<Words, 't' | 'now'>): string {
  const count = Math.max(0, Math.floor((now.getTime() - new Date(createdAt).getTime()) / DAY_MS))
  return count === 0 ? t('keys.ageToday') : t('keys.age', { count })
}

const ACTIONS = ['issuer.created', 'key.rotated', 'key.retired', 'key.compromised', 'key.reissued'] as const

/** The log of ceremonies in words; what is not about keys is left out. */
export function ceremonyRows(ceremonies: readonly Ceremony[], { t, locale }: Words) {
  return ceremonies.flatMap((event) => {
    const action = ACTIONS.find((one) => one === event.action)
    if (action === undefined) return []
    const { since, credentials } = event.details
    const params = {
      issuer: event.issuerName,
      since: typeof since === 'string' ? formatDate(locale, since, 'time') : '',
      count: Number(credentials ?? 0),
    }
    const by = { date: formatDate(locale, event.at, 'time'), actor: event.actorName }
    return [{ what: t(`keys.event-${action}`, params), who: t('keys.byWhom', by) }]
  })
}
