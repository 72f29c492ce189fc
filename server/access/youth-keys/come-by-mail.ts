import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import { translator } from '../../platform/i18n/index.ts'
import { hashToken } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { writeMail } from '../mails/index.ts'
import type { YouthMailDeps } from './confirm-email.ts'
import { makeMailLink } from './make-mail-link.ts'
import { claimMailLink, selectEmail, selectMailLink, selectOwnersOf } from './mail-store.ts'
import { selectKeyOwner, type KeyOwner } from './person-store.ts'
import type { YouthKeyDeps } from './set-pin.ts'

/**
 * Mails a link that opens their space to everybody who confirmed this address; says nothing either way. Rejects when the
 * mail server refuses.
 */
export async function mailWayIn(
  deps: YouthMailDeps,
  input: { readonly email: string; readonly locale: Locale },
): Promise<void> {
  for (const learnerId of await selectOwnersOf(deps.db, input.email)) {
    const owner = await selectKeyOwner(deps.db, learnerId)
    const token = owner && (await keepLink(deps, owner, input.email))
    if (owner === undefined || token === undefined) continue
    const t = translator(input.locale)
    await deps.mailer.send(
      writeMail(deps.views, input.locale, input.email, {
        subject: t('youthKeys.openSubject'),
        greeting: t('youthKeys.mailGreeting', { name: owner.givenName }),
        paragraphs: [t('youthKeys.openAbout')],
        link: { label: t('youthKeys.openLink'), url: `${deps.publicUrl}/s/mail/${token}` },
        afterwards: [t('youthKeys.openUntil'), t('youthKeys.openNotYou')],
      }),
    )
  }
}

/** Undefined when there were enough for now. */
async function keepLink(deps: YouthKeyDeps, owner: KeyOwner, email: string): Promise<string | undefined> {
  const at = deps.clock.now()
  try {
    return await deps.db.transaction(async (trx) => {
      const token = await makeMailLink(trx, owner, { purpose: 'open', email, at })
      await recordEvent(trx, {
        at,
        actor: { kind: 'system', name: 'youth door' },
        action: 'youth.way-in-mailed',
        organisationId: owner.organisationId,
        subject: { type: 'learner', id: owner.learnerId },
      })
      return token
    })
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-many-requests') return undefined
    throw error
  }
}

/**
 * Who may come in with a mailed link; it is used up by {@link useWayIn} alone, because mail programs look at links too.
 * @throws AppError `link-unknown`; `link-expired` (too old, used, or the address is no longer theirs)
 */
export async function openWayIn({ db, clock }: YouthKeyDeps, token: string): Promise<KeyOwner> {
  const link = await selectMailLink(db, hashToken(token))
  const owner = link && (await selectKeyOwner(db, link.learnerId))
  if (link?.purpose !== 'open' || owner === undefined) throw new AppError('link-unknown')
  if (link.usedAt !== null || Date.parse(link.expiresAt) <= clock.now().getTime())
    throw new AppError('link-expired')
  if ((await selectEmail(db, owner)) !== link.email) throw new AppError('link-expired')
  return owner
}

/**
 * Comes in with a mailed link, once.
 * @throws AppError as {@link openWayIn}
 */
export async function useWayIn(deps: YouthKeyDeps, token: string): Promise<LearnerId> {
  const at = isoInstant(deps.clock.now())
  return deps.db.transaction(async (trx) => {
    const { learnerId } = await openWayIn({ ...deps, db: trx }, token)
    if (!(await claimMailLink(trx, hashToken(token), at))) throw new AppError('link-expired')
    return learnerId
  })
}
