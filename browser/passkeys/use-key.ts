import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** Asks the server what to sign, the device to sign it, the server whether it holds; then goes where it says. */
export async function useKey(place: HTMLElement, button: HTMLButtonElement): Promise<void> {
  button.setAttribute('aria-busy', 'true')
  say(place, 'waits')
  try {
    const options = await ask(place, 'options', {})
    const answer =
      place.dataset['passkey'] === 'register'
        ? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
        : await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
    const { next } = (await ask(place, 'finish', { ...fieldsOf(place), answer })) as { next: string }
    location.assign(next)
  } catch (error) {
    say(place, sentenceFor(error))
  } finally {
    button.removeAttribute('aria-busy')
  }
}

function sentenceFor(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  // closed by the person, or too late
  if (name === 'NotAllowedError' || name === 'AbortError') return 'dismissed'
  return name === 'InvalidStateError' ? 'known' : 'failed'
}

async function ask(place: HTMLElement, step: 'options' | 'finish', body: object): Promise<unknown> {
  const answer = await fetch(place.dataset[step] ?? '', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-csrf-token': place.dataset['csrf'] ?? '',
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

function fieldsOf(place: HTMLElement): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const field of place.querySelectorAll<HTMLInputElement>('input[name], select[name]'))
    fields[field.name] = field.value
  return fields
}

function say(place: HTMLElement, sentence: string): void {
  const status = place.querySelector('[role="status"]')
  if (status !== null) status.textContent = place.dataset[sentence] ?? ''
}
