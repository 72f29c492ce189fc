import type { Answer, Conflict } from './answer.ts'
import { showNotice, type Page } from './page.ts'
import { postChanges } from './post-changes.ts'
import type { Change, Queue } from './queue.ts'

const SOON_MS = 250
const RETRY_MS = [2000, 4000, 8000, 15_000, 30_000] as const
const CHANGES_A_SENDING = 200

/** How it stands with what was changed. */
export interface Standing {
  readonly waiting: number
  readonly conflicts: number
  /** The last sending did not get through. */
  readonly stuck: boolean
  /** No sending will get through as things are: signed out, or signed by somebody else. */
  readonly closed: boolean
}

export interface Sender {
  /** Sends what waits, soon: gestures that follow each other go together. */
  soon(): void
  standing(): Standing
  conflictAt(field: string): Conflict | undefined
  /** A conflict was settled, or the field changed again. */
  settle(field: string): void
}

export function createSender(
  page: Page,
  queue: Queue,
  on: {
    answered(answer: Answer, sent: readonly Change[]): void
    changed(): void
  },
): Sender {
  const conflicts = new Map<string, Conflict>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = false
  let failures = 0
  let closed = false
  let atATime = CHANGES_A_SENDING

  const ready = () =>
    queue
      .changes()
      .filter(({ field }) => !conflicts.has(field))
      .slice(0, atATime)
  const later = (pause: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pause)
  }
  const flush = async (): Promise<void> => {
    const changes = ready()
    if (busy || closed || changes.length === 0) return
    busy = true
    await oneTabAtATime(async () => {
      const ids = new Set(changes.map(({ id }) => id))
      queue.markSent(ids)
      const sending = await postChanges(page, changes)
      if (sending.kind === 'answer') take(sending.answer, changes)
      else if (sending.kind === 'later') failures += 1
      else if (sending.kind === 'refused' && changes.length === 1) queue.remove(ids)
      else if (sending.kind === 'refused') atATime = 1
      else close(sending.kind)
    })
    busy = false
    on.changed()
    if (failures > 0) later(RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? SOON_MS)
    else if (ready().length > 0) later(SOON_MS)
  }
  const take = (answer: Answer, sent: readonly Change[]): void => {
    failures = 0
    queue.remove(new Set([...answer.received, ...answer.refused.map(({ id }) => id)]))
    for (const conflict of answer.conflicts) conflicts.set(conflict.field, conflict)
    on.answered(answer, sent)
  }
  const close = (kind: 'signed-out' | 'closed'): void => {
    closed = true
    showNotice(kind === 'closed' ? 'signed' : 'signed-out')
    const leftOver = document.querySelector<HTMLElement>('[data-left-over]')
    if (leftOver !== null && kind === 'closed') leftOver.hidden = false
  }
  window.addEventListener('online', () => later(0))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && ready().length > 0) later(0)
  })
  return {
    soon() {
      on.changed()
      // while the network is down the next try is already set
      if (failures === 0) later(SOON_MS)
    },
    standing: () => ({
      waiting: queue.changes().length,
      conflicts: conflicts.size,
      stuck: failures > 0 || !navigator.onLine,
      closed,
    }),
    conflictAt: (field) => conflicts.get(field),
    settle: (field) => void conflicts.delete(field),
  }
}

/** Two tabs share one queue: what one is sending, the other does not. Browsers without locks send twice, harmlessly. */
async function oneTabAtATime(work: () => Promise<void>): Promise<void> {
  const { locks } = navigator as { locks?: LockManager }
  if (locks === undefined) await work()
  else await locks.request('passerelle:grid', work)
}
