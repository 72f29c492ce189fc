import type { RequestContext } from '../../platform/http/index.ts'
import { relyingPartyOf } from '../passkeys/index.ts'

/** Signing in through another organisation, as far as these pages need to know (`access/single-sign-on`). */
export interface SignOnDoor {
  readonly label: string
  /** Where to sign out there too; undefined when that is not offered. Takes the session's sealed token. */
  endSessionUrl(sealedIdToken: string): Promise<string | undefined>
}

export interface LoginPageDeps {
  readonly publicUrl: string
  readonly signOn?: SignOnDoor | undefined
}

export interface LoginPage {
  readonly email: string
  readonly next: string | undefined
  /** Signed in already, and asked to say so once more. */
  readonly again?: boolean
  readonly refusal?: string
  readonly problems?: readonly object[]
}

/** The page to sign in; its script offers passkeys where the browser has them. */
export function showLogin(deps: LoginPageDeps, ctx: RequestContext, page: LoginPage, status = 200): void {
  const query = page.next === undefined ? '' : `?next=${encodeURIComponent(page.next)}`
  ctx.render(
    'access/login/login',
    {
      title: ctx.t(page.again === true ? 'signIn.againTitle' : 'access.loginTitle'),
      pageClass: 'narrow',
      values: { email: page.email },
      again: page.again === true,
      next: page.next,
      refusal: page.refusal,
      problems: page.problems ?? [],
      passkeys: relyingPartyOf(deps.publicUrl) !== undefined,
      linkPath: `/login/link${query}`,
      signOn: deps.signOn && { label: deps.signOn.label, path: `/login/sso${query}` },
    },
    { status },
  )
}
