import { AppError } from '../../kernel/errors.ts'
import { findStaffActor, hashToken } from '../accounts/index.ts'
import { admitProved, type Admission } from './admit-proved.ts'
import type { LoginDeps } from './create-login.ts'
import { claimLoginLink, selectLoginLink, type LoginLink } from './link-store.ts'

/** Whether a link may be followed here: the browser that asked for it, or another one. */
export interface OpenLink {
  readonly here: boolean
}

/**
 * Looks at a link without using it up: mail scanners open every link they see.
 * @throws AppError `link-expired` (unknown, used, too old, account disabled: all alike)
 */
export async function openLoginLink(
  deps: LoginDeps,
  input: { readonly token: string; readonly browser: string },
): Promise<OpenLink> {
  const link = await requireLink(deps, input.token)
  return { here: link.browserHash === hashToken(input.browser) }
}

/**
 * Signs in by a link, once, in the browser that asked for it; the second factor is still asked where there is one.
 * @throws AppError `link-expired`
 */
export async function useLoginLink(
  deps: LoginDeps,
  input: { readonly token: string; readonly browser: string; readonly device: string },
): Promise<{ readonly admission: Admission; readonly next: string | undefined }> {
  const { accountId, browserHash, next } = await requireLink(deps, input.token)
  if (browserHash !== hashToken(input.browser)) throw new AppError('link-expired')
  const claimed = await deps.db.transaction((trx) => claimLoginLink(trx, hashToken(input.token), accountId))
  if (!claimed) throw new AppError('link-expired')
  const { device } = input
  const admission = await admitProved(deps, { accountId, way: 'link', device, next: next ?? undefined })
  return { admission, next: next ?? undefined }
}

async function requireLink(deps: LoginDeps, token: string): Promise<LoginLink> {
  const link = await selectLoginLink(deps.db, hashToken(token))
  if (link === undefined || Date.parse(link.expiresAt) <= deps.clock.now().getTime())
    throw new AppError('link-expired')
  if ((await findStaffActor(deps.db, link.accountId)) === undefined) throw new AppError('link-expired')
  return link
}
