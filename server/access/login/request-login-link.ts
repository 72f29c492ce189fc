import { isoInstant } from '../../kernel/clock.ts'
import { newSecretToken } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import { translator } from '../../platform/i18n/index.ts'
import { findAccountByEmail, hashToken, lockAccount, type Account } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { writeMail } from '../mails/index.ts'
import { deleteExpiredLoginLinks, insertLoginLink, selectLoginLinksOf } from './link-store.ts'
import type { PasswordResetDeps } from './request-password-reset.ts'

const LINK_MS = 15 * 60_000
/** The same browser does not ask twice in a row by mistake. */
const PAUSE_MS = 60_000
/** Nobody's mailbox is filled by somebody else's impatience, and nobody is kept out by it: links of others wait beside. */
const MOST_LINKS = 5

export interface LinkRequest {
  readonly email: string
  /** Of `browserTie`: the link works there alone, so one that was intercepted or passed on opens nothing. */
  readonly browser: string
  readonly next: string | undefined
  readonly locale: Locale
}

/**
 * Mails a link that signs in, when the address has an account; says nothing either way. It lasts a quarter of an hour and
 * works once. Rejects when the mail server refuses.
 */
export async function requestLoginLink(deps: PasswordResetDeps, input: LinkRequest): Promise<void> {
  const account = await findAccountByEmail(deps.db, input.email)
  if (account === undefined || account.disabledAt !== null) return
  const token = await keepLink(deps, account, input)
  if (token === undefined) return
  const t = translator(input.locale)
  await deps.mailer.send(
    writeMail(deps.views, input.locale, account.email, {
      subject: t('mail.loginLinkSubject', { platform: deps.platformName }),
      greeting: t('mail.greeting', { name: account.name }),
      paragraphs: [t('mail.loginLinkAbout')],
      link: { label: t('mail.loginLink'), url: `${deps.publicUrl}/login/link/${token}` },
      afterwards: [t('mail.loginLinkUntil'), t('mail.loginLinkNotYou')],
    }),
  )
}

async function keepLink(
  deps: PasswordResetDeps,
  account: Account,
  { browser, next }: LinkRequest,
): Promise<string | undefined> {
  const at = deps.clock.now()
  const browserHash = hashToken(browser)
  return deps.db.transaction(async (trx) => {
    await lockAccount(trx, account.id)
    await deleteExpiredLoginLinks(trx, isoInstant(at))
    const waiting = await selectLoginLinksOf(trx, account.id)
    const again = waiting.some(
      (link) => link.browserHash === browserHash && at.getTime() - Date.parse(link.createdAt) < PAUSE_MS,
    )
    if (again || waiting.length >= MOST_LINKS) return undefined
    const token = newSecretToken()
    await insertLoginLink(trx, hashToken(token), {
      accountId: account.id,
      browserHash,
      next: next ?? null,
      createdAt: isoInstant(at),
      expiresAt: isoInstant(new Date(at.getTime() + LINK_MS)),
    })
    await recordEvent(trx, {
      at,
      actor: { kind: 'system', name: 'login' },
      action: 'login.link-asked',
      subject: { type: 'account', id: account.id },
    })
    return token
  })
}
