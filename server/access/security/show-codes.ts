import type { StaffContext } from '../../platform/http/index.ts'
import { SECURITY, type SecurityDeps } from './security-deps.ts'

/** Recovery codes, this once: to print, to keep as a file made by the page itself, or to copy by hand. */
export function showCodes(
  deps: Pick<SecurityDeps, 'platformName'>,
  ctx: StaffContext,
  codes: readonly string[],
  next: string | undefined,
): void {
  const { platformName: platform } = deps
  const about = ctx.t('signIn.codesFile', { platform, email: ctx.actor.email })
  const text = [about, '', ...codes, ''].join('\r\n')
  ctx.render('access/security/codes', {
    title: ctx.t('signIn.codesTitle'),
    section: 'security',
    pageClass: 'narrow',
    about,
    codes,
    file: {
      name: ctx.t('signIn.codesFileName'),
      url: `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`,
    },
    next: next ?? SECURITY,
  })
}
