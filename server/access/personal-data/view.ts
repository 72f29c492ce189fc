import type { FieldProblem } from '../../kernel/errors.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import { ERASURE_REASONS } from './erase-person.ts'
import type { Concerned } from './store.ts'

export interface TypedErasure {
  readonly values?: Readonly<Record<string, string>>
  readonly problems?: readonly FieldProblem[]
}

/** The page on which a young person erases themselves. */
export function eraseMyselfPage(form: TypedErasure, t: Translate) {
  return {
    ...page(t('personalData.eraseTitle')),
    values: { copies: 'keep', ...form.values },
    problems: form.problems ?? [],
    copies: copiesOptions(t, 'eraseCopies'),
  }
}

/** The page on which a coordinator erases somebody. */
export function erasePersonPage(person: Concerned, form: TypedErasure, t: Translate) {
  const name = `${person.givenName} ${person.familyName}`
  return {
    title: t('personalData.staffTitle', { name }),
    section: 'learners',
    pageClass: 'narrow',
    action: `/learners/${person.id}/erase`,
    values: { copies: 'keep', ...form.values },
    problems: form.problems ?? [],
    reasons: ERASURE_REASONS.map((value) => ({ value, label: t(`personalData.reason-${value}`) })),
    copies: copiesOptions(t, 'staffCopies'),
  }
}

/** After it: nobody is named here. */
export const erasedPage = (t: Translate) => ({ ...page(t('personalData.erasedTitle')), forget: true })

const page = (title: string) => ({ title, plain: true, unlisted: true, pageClass: 'narrow' })

const copiesOptions = (t: Translate, who: 'eraseCopies' | 'staffCopies') =>
  (['keep', 'invalidate'] as const).map((value) => ({
    value,
    label: t(`personalData.${who}-${value}`),
    hint: t(`personalData.copies-${value}Hint`),
  }))
