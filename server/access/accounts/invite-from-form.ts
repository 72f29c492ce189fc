import type { z } from 'zod'
import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { parseForm, problemStatus, type StaffContext } from '../../platform/http/index.ts'
import type { SentInvitation } from './invite-member.ts'

/** A form to show again: what was typed, and what to mend. */
export interface Refusal {
  readonly problems: readonly FieldProblem[]
  readonly values: Readonly<Record<string, string | undefined>>
  readonly status: number
}

export const NO_REFUSAL: Refusal = { problems: [], values: {}, status: 200 }

interface InvitationRequest<Schema extends z.ZodType<Record<string, string>>> {
  readonly schema: Schema
  readonly body: unknown
  invite(value: z.output<Schema>): Promise<SentInvitation>
  showAgain(refusal: Refusal): Promise<void>
}

/** Parses the form and invites; whatever can be mended brings the page back with the values typed. */
export async function answerInvitation<Schema extends z.ZodType<Record<string, string>>>(
  ctx: StaffContext,
  path: string,
  request: InvitationRequest<Schema>,
): Promise<void> {
  const form = parseForm(request.schema, request.body)
  if (!form.ok) {
    await request.showAgain({ problems: form.problems, values: form.typed, status: 422 })
    return
  }
  try {
    const { sent } = await request.invite(form.value)
    ctx.redirect(path, sent ? 'access.invitationSent' : 'access.invitationNotSent')
  } catch (error) {
    if (!(error instanceof AppError) || error.problems.length === 0) throw error
    const { problems, code } = error
    await request.showAgain({ problems, values: form.value, status: problemStatus(code) })
  }
}
