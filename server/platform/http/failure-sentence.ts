import type { AppErrorCode } from '../../kernel/errors.ts'
import { hasMessage, type MessageKey } from '../i18n/index.ts'
import type { RequestContext } from './request-context.ts'

/** Whether the page is one of a young person's own space. */
export const isYouth = (ctx: RequestContext): boolean => 'youth' in ctx

/** The sentence for an expected failure; in a young person's own space it is said with « tu ». */
export function failureSentence(code: AppErrorCode, ctx: RequestContext): MessageKey {
  const theirs = `youthErrors.${code}`
  return isYouth(ctx) && hasMessage(theirs) ? theirs : `errors.${code}`
}
