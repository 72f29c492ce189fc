/** Signing takes a moment: a second press in that moment does nothing. The server signs once in any case. */
export function pressOnce(): void {
  let pressed = false
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-sign-form]') || event.defaultPrevented)
      return
    if (pressed) event.preventDefault()
    pressed = true
    form.querySelector('button[type="submit"]')?.setAttribute('aria-busy', 'true')
  })
  // back on this page, from the cache of the browser
  window.addEventListener('pageshow', () => {
    pressed = false
    document.querySelector('[data-sign-form] [aria-busy]')?.removeAttribute('aria-busy')
  })
}
