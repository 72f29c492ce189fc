import { browserSupportsWebAuthn, browserSupportsWebAuthnAutofill } from '@simplewebauthn/browser'
import { offerWhileTyping, sendAnswer } from './send-answer.ts'

/*
 * Passkeys of staff. A form with `data-key` ("make" or "use") is hidden until here it is known that the browser can; its
 * `data-begin` is the address that says what to sign, and what the key answers goes into its field `answer`, so that the
 * server replies to an ordinary form. Sentences for the element with role="status" in it: `data-cancelled`, `data-failed`.
 * With `data-while-typing` the browser also offers keys in the field for the address.
 */
if (browserSupportsWebAuthn())
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-key]')) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void sendAnswer(form)
    })
    if (form.dataset['whileTyping'] !== undefined && (await browserSupportsWebAuthnAutofill()))
      void offerWhileTyping(form)
  }
else for (const place of document.querySelectorAll<HTMLElement>('[data-key-missing]')) place.hidden = false
