import type { RecordedEvent } from '../../access/audit/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatDate, hasMessage, type Translate } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import { HISTORY_LENGTH, type History } from './list-history.ts'

interface Words {
  readonly locale: Locale
  readonly t: Translate
}

/** The trail of one person, in words. */
export function historyModel({ learner, events }: History, words: Words) {
  return {
    title: words.t('audit.historyTitle', { name: fullName(learner) }),
    section: 'learners',
    unlisted: true,
    back: `/learners/${learner.id}`,
    events: events.map((event) => eventModel(event, words)),
    shortened: events.length >= HISTORY_LENGTH ? HISTORY_LENGTH : undefined,
  }
}

function eventModel(event: RecordedEvent, { locale, t }: Words) {
  return {
    at: event.at,
    when: formatDate(locale, event.at, 'time'),
    who: whoDid(event, t),
    what: deedWords(event.action, t),
    note: event.note === null ? undefined : t('audit.note', { note: event.note }),
  }
}

function whoDid({ actorKind, actorName }: RecordedEvent, t: Translate): string {
  switch (actorKind) {
    case 'learner':
    case 'host':
    case 'guardian':
    case 'system':
      return t(`audit.by-${actorKind}`)
    case 'client':
      return t('audit.by-client', { name: actorName })
    default:
      return actorName
  }
}

/** What was done, as a sentence; an action of former days that has none is shown by its name. */
export function deedWords(action: string, t: Translate): string {
  const key = `deeds.${action.replace('.', '-')}`
  return hasMessage(key) ? t(key) : action
}
