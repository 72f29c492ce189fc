import type { Answer, GridState } from './answer.ts'
import { fieldsOf, tidy, type Fields } from './fields.ts'
import type { Page } from './page.ts'
import { openQueue, type Queue, type Step } from './queue.ts'
import { createSender, type Sender } from './sender.ts'

const TYPING_PAUSE_MS = 500

/** The fields of a page, what the server has of them, and what waits to be sent. */
export interface Editor {
  readonly page: Page
  readonly fields: Fields
  readonly queue: Queue
  readonly sender: Sender
  /** Takes a field's new value as one gesture. */
  commit(name: string): void
  /** Sets several fields as one gesture. */
  change(values: Readonly<Record<string, string>>): void
  undo(): boolean
  /** Takes what the server says, except where something of ours waits; gives the fields that became different. */
  accept(state: GridState): readonly string[]
  /** Sets a field without making it a gesture: the choice in a conflict. */
  settle(name: string, value: string, current: string): void
  /** The value that everything so far makes. */
  expected(name: string): string
  /** Nothing waits, nothing is half typed, nobody has to choose. */
  atRest(): boolean
}

export interface Reactions {
  answered(answer: Answer): void
  /** Anything about the fields or the queue is different. */
  readonly changed: () => void
}

export function createEditor(page: Page, on: Reactions): Editor {
  const fields = fieldsOf(page.form)
  const queue = openQueue(page.session, page.account)
  const known = new Map(fields.names.map((name) => [name, tidy(fields.written(name))]))
  const typing = new Map<string, ReturnType<typeof setTimeout>>()
  // what the server did not take stays in sight until it is changed
  const refused = new Set<string>()

  const expected = (name: string): string => queue.waiting(name) ?? known.get(name) ?? ''
  const sender = createSender(page, queue, {
    changed: on.changed,
    answered(answer, sent) {
      const received = new Set(answer.received)
      for (const { id, field, value } of sent) if (received.has(id)) known.set(field, value)
      for (const { field } of answer.refused) refused.add(field)
      on.answered(answer)
    },
  })
  const put = (name: string, value: string): void => {
    const conflict = sender.conflictAt(name)
    if (conflict === undefined) queue.add(name, value, known.get(name) ?? '')
    else {
      sender.settle(name)
      queue.removeField(name)
      known.set(name, conflict.current)
      queue.add(name, value, conflict.current)
    }
  }
  const gesture = (step: Step): void => {
    if (step.length === 0) return
    for (const { field, after } of step) put(field, after)
    queue.pushStep(step)
    sender.soon()
  }
  const commit = (name: string): void => {
    clearTimeout(typing.get(name))
    typing.delete(name)
    refused.delete(name)
    const [before, after] = [expected(name), tidy(fields.get(name))]
    if (before !== after) gesture([{ field: name, before, after }])
  }
  const restore = (): void => {
    for (const name of fields.names) {
      const value = expected(name)
      if (!typing.has(name) && tidy(fields.get(name)) !== value) fields.set(name, value)
    }
  }
  restore()
  queue.onElsewhere(() => {
    restore()
    on.changed()
  })
  followHand(page, {
    typed(name) {
      clearTimeout(typing.get(name))
      typing.set(
        name,
        setTimeout(() => commit(name), TYPING_PAUSE_MS),
      )
      on.changed()
    },
    chosen: commit,
    leaving: () => [...typing.keys()].forEach(commit),
  })
  return {
    page,
    fields,
    queue,
    sender,
    commit,
    expected,
    change(values) {
      const step = Object.entries(values).flatMap(([field, after]) => {
        const before = expected(field)
        fields.set(field, after)
        return before === after ? [] : [{ field, before, after }]
      })
      gesture(step)
    },
    undo() {
      const step = queue.popStep()
      if (step === undefined) return false
      for (const { field, before } of step) {
        fields.set(field, before)
        put(field, before)
      }
      sender.soon()
      return true
    },
    accept(state) {
      const different: string[] = []
      for (const { id, sheet } of state.rows)
        for (const [field, value] of Object.entries(sheet)) {
          const name = `${id}.${field}`
          if (!fields.has(name) || typing.has(name) || refused.has(name)) continue
          if (queue.waiting(name) !== undefined) continue
          known.set(name, value)
          if (tidy(fields.get(name)) === value) continue
          fields.set(name, value)
          different.push(name)
        }
      return different
    },
    settle(name, value, current) {
      fields.set(name, value)
      sender.settle(name)
      queue.removeField(name)
      known.set(name, current)
      if (value !== current) queue.add(name, value, current)
      sender.soon()
    },
    atRest: () => typing.size === 0 && queue.changes().length === 0,
  }
}

/** What the hand does: a text is taken when the hand rests or leaves, a choice at once. */
function followHand(
  { form }: Page,
  on: {
    readonly typed: (name: string) => void
    readonly chosen: (name: string) => void
    readonly leaving: () => void
  },
): void {
  const nameOf = ({ target }: Event): string =>
    target instanceof HTMLElement && 'name' in target && String(target.name).includes('.')
      ? String(target.name)
      : ''
  form.addEventListener('input', (event) => {
    const name = nameOf(event)
    const text =
      event.target instanceof HTMLTextAreaElement ||
      (event.target instanceof HTMLInputElement && event.target.type === 'text')
    if (name !== '' && text) on.typed(name)
  })
  form.addEventListener('change', (event) => {
    const name = nameOf(event)
    if (name !== '') on.chosen(name)
  })
  window.addEventListener('pagehide', on.leaving)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') on.leaving()
  })
}
