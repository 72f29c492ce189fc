/**
 * Small help on a young person's pages; each of them is whole without it. Texts it says come from the page.
 */

/** What our pages keep in a browser has this prefix. */
const OURS = 'passerelle:'
/** What trainers' pages keep until a weak network takes it: not ours to throw away. */
const STAFFS = 'passerelle:grid'

/** A page that the back button brings from memory may be of somebody who has left: it is asked for again. */
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

forget()
keepAwake()
offerShare()
offerCopy()

/** After leaving, on a phone that others use: nothing of the visit stays. */
function forget(): void {
  if (document.querySelector('[data-forget]') === null) return
  for (const store of [() => localStorage, () => sessionStorage])
    try {
      const kept = store()
      for (const key of Object.keys(kept))
        if (key.startsWith(OURS) && !key.startsWith(STAFFS)) kept.removeItem(key)
    } catch {
      // a browser that keeps nothing has nothing to forget
    }
}

/** A screen that shows a code does not go dark while somebody looks for their camera. */
function keepAwake(): void {
  if (document.querySelector('[data-awake]') === null || !('wakeLock' in navigator)) return
  const wake = (): void => {
    if (document.visibilityState === 'visible') navigator.wakeLock.request('screen').catch(() => undefined)
  }
  wake()
  document.addEventListener('visibilitychange', wake)
}

/** The telephone's own way of sending something to somebody. */
function offerShare(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
    const { url = '', title = '' } = button.dataset
    if (!('share' in navigator)) continue
    button.hidden = false
    button.addEventListener('click', () => {
      // who changes their mind has nothing to be told
      navigator.share({ url, title }).catch(() => undefined)
    })
  }
}

function offerCopy(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    // only over https, and on the machine itself
    if (!('clipboard' in navigator)) continue
    button.hidden = false
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(
        () => say(button.dataset['copied'] ?? ''),
        () => undefined,
      )
    })
  }
}

/** In words on the page, and to who hears it. */
function say(text: string): void {
  const place = document.querySelector('[data-said]')
  if (place === null) return
  place.classList.remove('visually-hidden')
  place.textContent = text
}
