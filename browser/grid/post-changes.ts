import type { Answer } from './answer.ts'
import type { Page } from './page.ts'
import type { Change } from './queue.ts'

/** What became of a sending. */
export type Sending =
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** The network, or a server that is busy: try again later. */
  | { readonly kind: 'later' }
  /** The visit has expired: nothing goes through before somebody signs in. */
  | { readonly kind: 'signed-out' }
  /** The session is signed, or not ours any more. */
  | { readonly kind: 'closed' }
  /** The server does not understand what we send. */
  | { readonly kind: 'refused' }

const TIMEOUT_MS = 20_000

/** Sends changes. Safe to repeat: each carries an id and what it replaces. */
export async function postChanges(page: Page, changes: readonly Change[]): Promise<Sending> {
  const sending = await post(page, changes)
  // somebody signed in anew in another tab: the form's token is of the visit before
  if (sending !== 403) return sending
  const renewed = await renewToken(page)
  if (renewed !== 'renewed') return { kind: renewed }
  const again = await post(page, changes)
  return again === 403 ? { kind: 'signed-out' } : again
}

async function post({ path, form }: Page, changes: readonly Change[]): Promise<Sending | 403> {
  try {
    const response = await fetch(`${path}/assessments`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-csrf-token': tokenField(form)?.value ?? '',
      },
      body: JSON.stringify({
        changes: changes.map(({ id, field, value, before }) => ({ id, field, value, before })),
      }),
      signal: timeout(),
    })
    if (response.ok) return { kind: 'answer', answer: (await response.json()) as Answer }
    if (response.status === 401) return { kind: 'signed-out' }
    if (response.status === 403) return 403
    if (response.status === 404 || response.status === 409) return { kind: 'closed' }
    return response.status === 422 || response.status === 413 ? { kind: 'refused' } : { kind: 'later' }
  } catch {
    return { kind: 'later' }
  }
}

async function renewToken({ form, path }: Page): Promise<'renewed' | 'signed-out' | 'later'> {
  try {
    const response = await fetch(path, { headers: { accept: 'text/html' }, signal: timeout() })
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
    const token = response.redirected ? undefined : tokenField(fresh)?.value
    const field = tokenField(form)
    if (token === undefined || field === null) return 'signed-out'
    field.value = token
    return 'renewed'
  } catch {
    return 'later'
  }
}

const tokenField = (of: ParentNode): HTMLInputElement | null =>
  of.querySelector<HTMLInputElement>('input[name="_csrf"]')

/** A line that hangs is as good as none. */
function timeout(): AbortSignal {
  const control = new AbortController()
  setTimeout(() => control.abort(), TIMEOUT_MS)
  return control.signal
}
