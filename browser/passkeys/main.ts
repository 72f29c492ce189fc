import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useKey } from './use-key.ts'

/*
 * Passkeys on a page. An element with `data-passkey` ("register" or "authenticate") holds one button and is hidden until
 * here it is known that the browser can; its other data: `data-options` and `data-finish` (two addresses), `data-csrf`,
 * and the sentences `data-waits`, `data-failed`, `data-dismissed`, `data-known` for the element with role="status" in it.
 * Named fields in it are sent along. What `[data-passkey-missing]` says is for browsers that cannot.
 */
if (browserSupportsWebAuthn())
  for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    place.hidden = false
    const button = place.querySelector('button')
    button?.addEventListener('click', (event) => {
      event.preventDefault()
      void useKey(place, button)
    })
  }
else
  for (const place of document.querySelectorAll<HTMLElement>('[data-passkey-missing]')) place.hidden = false
