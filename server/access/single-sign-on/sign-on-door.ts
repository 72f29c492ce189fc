import { buildEndSessionUrl } from 'openid-client'
import type { SignOnDoor } from '../login/index.ts'
import { openIdToken } from './finish-sign-on.ts'
import type { SignOnDeps } from './sign-on-deps.ts'

/** What the pages of signing in and out need: the button's words, and where to sign out at the other end too. */
export function createSignOnDoor(deps: SignOnDeps): SignOnDoor {
  return {
    label: deps.provider.settings.label,
    async endSessionUrl(sealedIdToken) {
      const idToken = openIdToken(deps, sealedIdToken)
      // signing out here never fails because they do not answer there
      const configuration = await deps.provider.configuration().catch(() => undefined)
      if (idToken === undefined || configuration?.serverMetadata().end_session_endpoint === undefined)
        return undefined
      return buildEndSessionUrl(configuration, {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${deps.publicUrl}/login`,
      }).toString()
    },
  }
}
