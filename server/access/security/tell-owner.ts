import type { AccountId } from '../../kernel/ids.ts'
import { translator } from '../../platform/i18n/index.ts'
import { findAccount } from '../accounts/index.ts'
import { writeMail } from '../mails/index.ts'
import { SECURITY, type TellOwnerDeps } from './security-deps.ts'

export type Change =
  'app-added' | 'app-removed' | 'passkey-added' | 'passkey-removed' | 'factors-reset' | 'password-changed'

/**
 * Mails the owner of an account that what opens it has changed, in their own language: if it was not them, they learn it.
 * Never rejects, and no page waits for it: the change is made, and a mail server that sulks does not unmake it.
 */
export async function tellOwner(deps: TellOwnerDeps, accountId: AccountId, change: Change): Promise<void> {
  await send(deps, accountId, change).catch((error: unknown) =>
    deps.log.warn({ err: error, change }, 'security notice not sent'),
  )
}

async function send(deps: TellOwnerDeps, accountId: AccountId, change: Change): Promise<void> {
  const account = await findAccount(deps.db, accountId)
  if (account === undefined) return
  const t = translator(account.locale)
  const { platformName: platform, publicUrl } = deps
  await deps.mailer.send(
    writeMail(deps.views, account.locale, account.email, {
      subject: t('signIn.noticeSubject', { platform }),
      greeting: t('mail.greeting', { name: account.name }),
      paragraphs: [t(`signIn.notice-${change}`)],
      link: { label: t('signIn.noticeLink'), url: `${publicUrl}${SECURITY}` },
      afterwards: [t('signIn.noticeNotYou')],
    }),
  )
}
