import { isoInstant } from '../../kernel/clock.ts'
import { newSecretToken } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import { translator } from '../../platform/i18n/index.ts'
import type { Mailer } from '../../platform/mail/index.ts'
import type { Views } from '../../platform/views/index.ts'
import { findAccountByEmail, hashToken, type Account } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { writeMail } from '../mails/index.ts'
import type { LoginDeps } from './create-login.ts'
import { replaceReset, selectReset } from './reset-store.ts'

export interface PasswordResetDeps extends LoginDeps {
  readonly mailer: Mailer
  readonly views: Views
  readonly publicUrl: string
  readonly platformName: string
}

const LINK_MS = 60 * 60_000
/** Nobody's mailbox is filled by somebody else's impatience. */
const PAUSE_MS = 2 * 60_000

/**
 * Mails a link to choose a new password, when the address has an account; says nothing either way. The link lasts an
 * hour and works once. Rejects when the mail server refuses.
 */
export async function requestPasswordReset(
  deps: PasswordResetDeps,
  input: { readonly email: string; readonly locale: Locale },
): Promise<void> {
  const account = await findAccountByEmail(deps.db, input.email)
  if (account === undefined || account.disabledAt !== null) return
  const token = await keepReset(deps, account)
  if (token === undefined) return
  const t = translator(input.locale)
  await deps.mailer.send(
    writeMail(deps.views, input.locale, account.email, {
      subject: t('mail.resetSubject', { platform: deps.platformName }),
      greeting: t('mail.greeting', { name: account.name }),
      paragraphs: [t('mail.resetAbout')],
      link: { label: t('mail.resetLink'), url: `${deps.publicUrl}/login/reset/${token}` },
      afterwards: [t('mail.resetUntil'), t('mail.resetNotYou')],
    }),
  )
}

async function keepReset(deps: LoginDeps, account: Account): Promise<string | undefined> {
  const at = deps.clock.now()
  return deps.db.transaction(async (trx) => {
    const former = await selectReset(trx, { accountId: account.id })
    if (former?.usedAt === null && at.getTime() - Date.parse(former.createdAt) < PAUSE_MS) return undefined
    const token = newSecretToken()
    await replaceReset(trx, hashToken(token), {
      accountId: account.id,
      createdAt: isoInstant(at),
      expiresAt: isoInstant(new Date(at.getTime() + LINK_MS)),
      usedAt: null,
    })
    await recordEvent(trx, {
      at,
      actor: { kind: 'system', name: 'login' },
      action: 'account.password-reset-asked',
      subject: { type: 'account', id: account.id },
    })
    return token
  })
}
