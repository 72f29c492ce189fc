import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { translator } from '../../platform/i18n/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import type { Mailer } from '../../platform/mail/index.ts'
import type { Views } from '../../platform/views/index.ts'
import { hashToken } from '../accounts/index.ts'
import { writeMail } from '../mails/index.ts'
import { makeMailLink } from './make-mail-link.ts'
import { claimMailLink, deleteEmails, replaceEmail, selectMailLink, type MailLink } from './mail-store.ts'
import { recordKeyEvent, requireOwner } from './require-owner.ts'
import type { YouthKeyDeps } from './set-pin.ts'

export interface YouthMailDeps extends YouthKeyDeps {
  readonly mailer: Mailer
  readonly views: Views
  readonly log: Logger
  readonly publicUrl: string
  readonly platformName: string
}

/**
 * Mails a link that proves an address is theirs. Until it is used nothing changes.
 * @returns whether the mail server took it
 * @throws AppError `too-many-requests`
 */
export async function askForEmail(
  deps: YouthMailDeps,
  youth: LearnerActor,
  input: { readonly email: string; readonly locale: Locale },
): Promise<boolean> {
  const at = deps.clock.now()
  const { email, locale } = input
  const token = await deps.db.transaction(async (trx) => {
    const owner = await requireOwner(trx, youth.learnerId)
    const made = await makeMailLink(trx, owner, { purpose: 'confirm', email, at })
    await recordKeyEvent(trx, youth, owner, { at, action: 'youth.email-asked' })
    return made
  })
  const t = translator(locale)
  const letter = {
    subject: t('youthKeys.confirmSubject', { platform: deps.platformName }),
    greeting: t('youthKeys.mailGreeting', { name: youth.name }),
    paragraphs: [t('youthKeys.confirmAbout')],
    link: { label: t('youthKeys.confirmLink'), url: `${deps.publicUrl}/me/keys/mail/${token}` },
    afterwards: [t('youthKeys.confirmWhere'), t('youthKeys.confirmNotYou')],
  }
  try {
    await deps.mailer.send(writeMail(deps.views, locale, email, letter))
    return true
  } catch (error) {
    deps.log.warn({ err: error }, 'youth mail not sent')
    return false
  }
}

/**
 * The link of a mail, opened by whom it was made for: in their own space, so that a wrong address typed by mistake gives
 * a stranger nothing.
 * @throws AppError `link-unknown`, `link-expired`
 */
export async function openConfirmation(
  { db, clock }: YouthKeyDeps,
  youth: LearnerActor,
  token: string,
): Promise<MailLink> {
  const link = await selectMailLink(db, hashToken(token))
  const owner = await requireOwner(db, youth.learnerId)
  if (link?.purpose !== 'confirm' || !owner.records.includes(link.learnerId))
    throw new AppError('link-unknown')
  if (link.usedAt !== null || Date.parse(link.expiresAt) <= clock.now().getTime())
    throw new AppError('link-expired')
  return link
}

/** @throws AppError as {@link openConfirmation} */
export async function confirmEmail(deps: YouthKeyDeps, youth: LearnerActor, token: string): Promise<void> {
  const at = deps.clock.now()
  await deps.db.transaction(async (trx: Db) => {
    const { email } = await openConfirmation({ ...deps, db: trx }, youth, token)
    if (!(await claimMailLink(trx, hashToken(token), isoInstant(at)))) throw new AppError('link-expired')
    const owner = await requireOwner(trx, youth.learnerId)
    await replaceEmail(trx, owner, { email, at: isoInstant(at) })
    await recordKeyEvent(trx, youth, owner, { at, action: 'youth.email-confirmed' })
  })
}

/** Forgets the address; links already mailed to it open nothing any more. */
export async function removeEmail(deps: YouthKeyDeps, youth: LearnerActor): Promise<void> {
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    const owner = await requireOwner(trx, youth.learnerId)
    if ((await deleteEmails(trx, owner)) > 0)
      await recordKeyEvent(trx, youth, owner, { at, action: 'youth.email-removed' })
  })
}
