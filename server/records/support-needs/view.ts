import type { FieldProblem } from '../../kernel/errors.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import type { SupportState } from './record-support-needs.ts'
import { SUPPORT_NEEDS } from './support-needs.ts'

/** The page: an answer that was recorded is never shown, only that there is one. */
export function supportModel(
  { learner, reinforced, answered, year }: SupportState,
  refused: { readonly problems: readonly FieldProblem[]; readonly typed?: Readonly<Record<string, unknown>> },
  t: Translate,
) {
  const { typed = {}, problems } = refused
  const chosen = typed['answer'] ?? (answered ? 'leave' : 'declined')
  const ticked = new Set([typed['needs']].flat())
  const option = (answer: 'leave' | 'declined' | 'given' | 'remove') => ({
    value: answer,
    label: t(`support.answer-${answer}`),
    chosen: answer === chosen,
  })
  return {
    title: t('support.title'),
    section: 'learners',
    pageClass: 'narrow',
    unlisted: true,
    name: fullName(learner),
    back: `/learners/${learner.id}`,
    action: `/learners/${learner.id}/support`,
    // as a word: a number would be written 2 026
    year: String(year),
    answered,
    problems,
    reinforced: typed['reinforced'] ?? (reinforced ? 'yes' : 'no'),
    yesOrNo: [
      { value: 'no', label: t('support.no') },
      { value: 'yes', label: t('support.yes') },
    ],
    answers: [
      ...(answered ? [option('leave')] : []),
      option('declined'),
      option('given'),
      ...(answered ? [option('remove')] : []),
    ],
    needs: SUPPORT_NEEDS.map((need) => ({
      value: need,
      label: t(`support.need-${need}`),
      hint: t(`support.needHint-${need}`),
      ticked: ticked.has(need),
    })),
    agreed: typed['agreed'] === 'yes',
  }
}
