import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** Asks the device for its answer and sends it with the form. */
export async function sendAnswer(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector('button')
  button?.setAttribute('aria-busy', 'true')
  say(form, '')
  try {
    const options = await begin(form)
    // not this person any more, or too long ago: the page they are led to asks again
    if (options === undefined) location.assign(form.dataset['again'] ?? '/login')
    else submit(form, await answerOf(form, options))
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    // closed by the person, or too late
    const cancelled = name === 'NotAllowedError' || name === 'AbortError'
    say(form, form.dataset[cancelled ? 'cancelled' : 'failed'] ?? '')
  } finally {
    button?.removeAttribute('aria-busy')
  }
}

/** Lets the browser offer keys where the address is typed; silent when nobody picks one. */
export async function offerWhileTyping(form: HTMLFormElement): Promise<void> {
  try {
    const options = await begin(form)
    if (options === undefined) return
    const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON
    submit(form, await startAuthentication({ optionsJSON, useBrowserAutofill: true }))
  } catch {
    // nobody picked a key, or the button was pressed instead
  }
}

const answerOf = (form: HTMLFormElement, options: unknown): Promise<object> =>
  form.dataset['key'] === 'make'
    ? startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })

/** What to sign; undefined when the server wants to know first who is asking. */
async function begin(form: HTMLFormElement): Promise<unknown> {
  const answer = await fetch(form.dataset['begin'] ?? '', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-csrf-token': fieldOf(form, '_csrf')?.value ?? '',
    },
    body: '{}',
  })
  if (answer.status === 401) return undefined
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

function submit(form: HTMLFormElement, answer: object): void {
  const field = fieldOf(form, 'answer')
  if (field !== null) field.value = JSON.stringify(answer)
  // past the listener that asked for the answer
  form.submit()
}

const fieldOf = (form: HTMLFormElement, name: string): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>(`input[name="${name}"]`)

function say(form: HTMLFormElement, sentence: string): void {
  const status = form.querySelector('[role="status"]')
  if (status !== null) status.textContent = sentence
}
