import type { BrowserContext } from 'playwright-core'

/** What a person did with their hands: taps and clicks, and keys, on every page of a browser from now on. */
export interface Taps {
  readonly taps: number
  readonly keys: number
}

/** Counts them; call it before the first page is opened. */
export async function countTaps(context: BrowserContext): Promise<Taps> {
  const counted = { taps: 0, keys: 0 }
  await context.exposeBinding('noteTap', (_source, kind: 'taps' | 'keys') => {
    counted[kind] += 1
  })
  await context.addInitScript(() => {
    const { noteTap: note } = globalThis as unknown as { noteTap: (kind: 'taps' | 'keys') => void }
    // a script that clicks is nobody's finger
    addEventListener('pointerdown', ({ isTrusted }) => isTrusted && note('taps'), true)
    addEventListener('keydown', ({ isTrusted }) => isTrusted && note('keys'), true)
  })
  return counted
}
