import { readAddress } from './read-address.ts'

/**
 * Calls `look` when another paper of the same code is scanned while this page is open. Any other fragment leads to a place of
 * the page (« skip to content »): once the visitor is there, the paper's own comes back, so that the address still has it
 * when it is loaded again.
 */
export function whenOtherPaper(look: () => void): void {
  let shown = readAddress(location)?.digits ?? ''
  window.addEventListener('hashchange', () => {
    const digits = readAddress(location)?.digits ?? ''
    if (digits !== '') {
      shown = digits
      look()
    } else if (shown !== '') history.replaceState(history.state, '', `#${shown}`)
  })
}
