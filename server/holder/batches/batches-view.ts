import type { FieldProblem } from '../../kernel/errors.ts'
import { LANGUAGES, LOCALES } from '../../kernel/locale.ts'
import { formatDate, languageName } from '../../platform/i18n/index.ts'
import { PASSPORT_FORMS } from '../passports/index.ts'
import { DAYS_KEPT, MOST_BATCHES, OUTPUTS, SCOPES } from './batch.ts'
import type { SessionWithPassports } from './choose-people.ts'
import type { ListedBatch } from './find-batches.ts'
import { pathOf, summary, type Words } from './view.ts'

/** Where somebody asks for passports, and what was asked for before. */
export function batchesPage(
  input: {
    readonly structure: { readonly name: string; readonly slug: string }
    readonly sessions: readonly SessionWithPassports[]
    readonly listed: readonly ListedBatch[]
    readonly now: Date
    readonly values?: Readonly<Record<string, string | undefined>>
    readonly checked?: readonly string[]
    readonly problems?: readonly FieldProblem[]
  },
  words: Words,
) {
  const { structure, sessions, listed, now, checked = [], problems = [] } = input
  const { t, locale } = words
  const path = pathOf(structure.slug)
  const fallback = sessions.length > 0 ? 'sessions' : 'everybody'
  const values = { scope: fallback, form: 'page', locale: 'fr', output: 'printer', ...input.values }
  return {
    title: t('batches.title'),
    section: 'organisation',
    structure: structure.name,
    back: `/organisation/${structure.slug}/invitations`,
    action: path,
    values,
    problems,
    ...choices(words),
    sessions: sessions.map(({ id, title, startsOn, people }) => ({
      value: id,
      label: title,
      about: `${formatDate(locale, startsOn)} · ${t('batches.sessionPeople', { count: people })}`,
      checked: checked.includes(id),
    })),
    keptFor: t('batches.keptFor', { days: DAYS_KEPT, max: MOST_BATCHES }),
    batches: listed.map((one) => ({
      ...summary(one, now, words),
      href: `${path}/${one.batch.id}`,
    })),
  }
}

function choices({ t, locale }: Words) {
  return {
    scopes: SCOPES.map((value) => ({ value, label: t(`batches.scope-${value}`) })),
    forms: PASSPORT_FORMS.map((value) => ({
      value,
      label: t(`batches.form-${value}`),
      hint: t(`batches.formHint-${value}`),
    })),
    locales: LOCALES.map((value) => ({ value, label: languageName(locale, value) })),
    languages: LANGUAGES.map((value) => ({ value, label: languageName(locale, value) })),
    outputs: OUTPUTS.map((value) => ({
      value,
      label: t(`batches.output-${value}`),
      hint: t(`batches.outputHint-${value}`),
    })),
  }
}
