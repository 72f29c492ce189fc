import { listen } from '../live/listen.ts'
import { refreshParts } from '../live/refresh-parts.ts'
import type { GridState } from './answer.ts'
import { confirmAll } from './confirm-all.ts'
import { createEditor, type Editor } from './editor.ts'
import { offerIdeas } from './ideas.ts'
import { followKeys, followUndoKey } from './keyboard.ts'
import { findPage, showNotice, type Page } from './page.ts'
import { pressOnce } from './press-once.ts'
import { createReview } from './review.ts'
import { clearSettled, showConflicts } from './show-conflicts.ts'
import { setText, showStanding } from './show-standing.ts'
import { followChoice, showState } from './show-state.ts'
import { followSigning } from './signing-progress.ts'
import { followTyping } from './typing.ts'

// The grid, one young person's page, both side by side; the paper grid; the signature. All of them work without this.
const page = findPage()
if (page !== undefined) start(page)
followTyping()
followSigning()
pressOnce()

function start(page: Page): void {
  let everSaved = false
  const refresh = (): void => {
    clearSettled(editor)
    showStanding(editor, everSaved)
    review.show()
  }
  const editor = createEditor(page, {
    changed: () => refresh(),
    answered(answer) {
      everSaved = everSaved || answer.received.length > 0
      showState(editor, answer.state)
      showConflicts(editor, answer, refresh)
      review.outdated()
    },
  })
  const review = createReview(editor)
  const followAll = (): void => {
    for (const cell of document.querySelectorAll<HTMLElement>('[data-row] [data-cell]'))
      followChoice(editor, cell)
  }
  revealScripted()
  if (editor.queue.othersWait) showNotice('someone-else')
  page.form.addEventListener('change', ({ target }) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
    if (cell !== null) followChoice(editor, cell)
  })
  // whoever goes by keyboard wants to see all of the cell, not an edge of it
  page.form.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches(':focus-visible'))
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  const undo = (): void => {
    if (!editor.undo()) return
    followAll()
    refresh()
    say(page.say('undone'))
  }
  followKeys(editor, (cell) => followChoice(editor, cell))
  followUndoKey(undo)
  document.querySelector('[data-undo]')?.addEventListener('click', undo)
  document.querySelector('[data-drop-queue]')?.addEventListener('click', () => {
    editor.queue.clear()
    location.reload()
  })
  offerIdeas(editor)
  markNotes(editor)
  // Enter in a text would send the whole form: everything is saved already
  page.form.addEventListener('submit', (event) => {
    const { submitter } = event
    if (submitter instanceof HTMLButtonElement && submitter.value !== 'confirm') event.preventDefault()
  })
  onConfirm(page, () => {
    confirmAll(editor)
    followAll()
    say(page.say('confirmed'))
  })
  if (editor.queue.changes().length > 0) {
    followAll()
    editor.sender.soon()
  }
  refresh()
  followLive(editor, (different) => {
    if (different.length > 0) review.outdated()
    refresh()
  })
}

/** What only works with this script is shown, what it makes needless is hidden. */
function revealScripted(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false
  for (const part of document.querySelectorAll<HTMLElement>('[data-without-script]')) part.hidden = true
}

function say(words: string): void {
  const line = document.querySelector<HTMLElement>('[data-status]')
  if (line !== null) setText(line, words)
}

/** A grid of several pages is confirmed by the server, which sees all of them. */
function onConfirm({ form }: Page, confirm: () => void): void {
  if (form.matches('.grid-form:not([data-whole])')) return
  form.querySelector('[data-confirm-all]')?.addEventListener('click', (event) => {
    event.preventDefault()
    confirm()
  })
}

/** A button whose observation holds words looks it. */
function markNotes({ page: { form } }: Editor): void {
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return
    const button = form.querySelector(`[data-note="${CSS.escape(target.name)}"]`)
    button?.toggleAttribute('data-filled', target.value.trim() !== '')
  })
}

/** Reads again what others changed. */
function followLive(editor: Editor, shown: (different: readonly string[]) => void): void {
  const { path } = editor.page
  const row = editor.page.form.dataset['row']
  listen(`${path}/live`, (ids) => {
    if (row !== undefined && ids.length > 0 && !ids.includes(row)) return
    // what the young person shows in their own words
    void refreshParts()
    const asked = row === undefined ? ids : [row]
    void readState(path, asked).then((state) => {
      if (state !== undefined) shown(showState(editor, state))
    })
  })
}

async function readState(path: string, ids: readonly string[]): Promise<GridState | undefined> {
  try {
    const response = await fetch(`${path}/state?ids=${ids.join(',')}`, {
      headers: { accept: 'application/json' },
    })
    return response.ok ? ((await response.json()) as GridState) : undefined
  } catch {
    return undefined
  }
}
