import { YOUTH_STORAGE_PREFIX } from '../../server/kernel/youth-storage.ts'
import { listen } from '../live/listen.ts'
import { refreshParts } from '../live/refresh-parts.ts'
import { askWhich } from './ask.ts'
import { change, openShelf, type DraftShelf, type Store } from './drafts.ts'
import { addShown, fieldsOf, noteShown, readField, shownField, writeField } from './fields.ts'
import { createSender, type Conflict, type State } from './sender.ts'
import { shrinkOnChoice } from './shrink-photo.ts'

const form = document.querySelector<HTMLFormElement>('form[data-tell]')
if (form !== null) tell(form)
for (const upload of document.querySelectorAll<HTMLFormElement>('form[data-tell-upload]'))
  shrinkOnChoice(upload)
if (document.querySelector('[data-live]') !== null) followTrainer()

/** Drafts save by themselves; without network they wait on this phone. */
function tell(page: HTMLFormElement): void {
  const key = page.dataset['key'] ?? ''
  const shelf: DraftShelf = openShelf(
    storage(),
    page.dataset['store'] ?? YOUTH_STORAGE_PREFIX,
    YOUTH_STORAGE_PREFIX,
  )
  shelf.clearOthers()
  const sender = createSender({ shelf, csrf: readHidden(page, '_csrf'), say, answered })
  restore(page, shelf, key)

  page.addEventListener('input', (event) => {
    const field = event.target
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
    shelf.write(
      key,
      change(shelf.read(key), field.name, readField(page, field.name), shownField(page, field.name)),
    )
    sender.soon()
  })
  page.querySelector<HTMLButtonElement>('[data-tell-save]')?.addEventListener('click', (event) => {
    event.preventDefault()
    say('saving')
    sender.flush()
  })
  page.addEventListener('submit', (event) => {
    if (!navigator.onLine) {
      // the browser's own error page would come instead
      event.preventDefault()
      say('offline')
      return
    }
    // an answer may be on its way: the form says what else the server may hold by now
    for (const [field, { was }] of Object.entries(shelf.read(key)))
      for (const value of was) addShown(page, field, value)
  })
  window.addEventListener('online', () => sender.flush())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') sender.flush()
  })
  stayWhileOffline()
  if (shelf.keys().length > 0) sender.flush()

  function answered(
    about: string,
    kept: Readonly<Record<string, string>>,
    conflicts: readonly Conflict[],
  ): void {
    // an entry of another page, written without network: it is there now
    if (about !== key) return
    const contested = new Map(conflicts.map(({ field, current }) => [field, current]))
    for (const [field, value] of Object.entries(kept))
      if (!contested.has(field)) noteShown(page, field, value)
    for (const [field, there] of contested)
      askWhich({
        form: page,
        field,
        there,
        decided: (value) => {
          const { [field]: _old, ...rest } = shelf.read(key)
          shelf.write(key, value === there ? rest : { ...rest, [field]: { value, was: [there] } })
          noteShown(page, field, there)
          sender.release(key, field)
          sender.flush()
        },
      })
  }
}

/** What was typed before the network went, or the page was closed. */
function restore(page: HTMLFormElement, shelf: DraftShelf, key: string): void {
  const known = new Set(fieldsOf(page).map(({ name }) => name))
  for (const [field, { value }] of Object.entries(shelf.read(key)))
    if (known.has(field)) writeField(page, field, value)
}

function readHidden(page: HTMLFormElement, name: string): string {
  const input = page.elements.namedItem(name)
  return input instanceof HTMLInputElement ? input.value : ''
}

function say(state: State): void {
  const line = document.querySelector<HTMLElement>('[data-tell-state]')
  if (line === null) return
  const words = line.dataset[state] ?? ''
  if (line.textContent !== words) line.textContent = words
  line.dataset['tone'] = state
}

/** Without network a link would only lead to the browser's own error page. */
function stayWhileOffline(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    if (link === null || navigator.onLine) return
    event.preventDefault()
    const line = document.querySelector<HTMLElement>('[data-tell-state]')
    if (line !== null) line.textContent = line.dataset['stay'] ?? ''
  })
}

/** Parts of the page that speak of what the trainer says are read anew when something changed. */
function followTrainer(): void {
  listen('/me/live', () => {
    void refreshParts()
  })
}

/** A browser that forbids storage still saves, while there is network. */
function storage(): Store {
  try {
    localStorage.getItem(YOUTH_STORAGE_PREFIX)
    return localStorage
  } catch {
    const kept = new Map<string, string>()
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
      key: (index) => [...kept.keys()][index] ?? null,
      get length() {
        return kept.size
      },
    }
  }
}
