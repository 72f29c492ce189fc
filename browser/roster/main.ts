/**
 * Searches while a name is being typed: asks for the same page as the form would, and puts its results in place. Without
 * it the form works by itself.
 */
const form = document.querySelector<HTMLFormElement>('[data-roster-search]')
const input = form?.querySelector<HTMLInputElement>('input[name="q"]')

/** Milliseconds without a key before the server is asked. */
const PAUSE = 250
let waiting: ReturnType<typeof setTimeout> | undefined
let asking: AbortController | undefined

if (form && input) {
  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void search(form), PAUSE)
  })
}

async function search(of: HTMLFormElement): Promise<void> {
  asking?.abort()
  asking = new AbortController()
  const filled = [...new FormData(of)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  )
  const address = `${of.action}?${new URLSearchParams(filled).toString()}`
  try {
    const response = await fetch(address, { headers: { Accept: 'text/html' }, signal: asking.signal })
    if (!response.ok || response.redirected) throw new Error(String(response.status))
    show(await response.text(), address)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return
    const status = document.getElementById('roster-count')
    if (status) status.textContent = of.dataset['error'] ?? ''
  }
}

function show(html: string, address: string): void {
  const found = new DOMParser().parseFromString(html, 'text/html')
  const here = document.getElementById('roster-results')
  const there = found.getElementById('roster-results')
  const [status, said] = [document.getElementById('roster-count'), found.getElementById('roster-count')]
  if (!here || !there || !status || !said) return
  // the sentence that is read aloud stays the same element: only its words change
  status.replaceChildren(...said.childNodes)
  said.replaceWith(status)
  here.replaceChildren(...there.childNodes)
  history.replaceState(null, '', address)
}
