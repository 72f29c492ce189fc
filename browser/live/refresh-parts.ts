/**
 * Reads the page anew and puts its parts marked `data-live` in the place of those shown now. Nothing else is touched:
 * what somebody is typing stays.
 */
export async function refreshParts(): Promise<void> {
  const parts = [...document.querySelectorAll('[data-live]')]
  if (parts.length === 0) return
  const response = await fetch(location.href, {
    credentials: 'same-origin',
    headers: { Accept: 'text/html' },
  }).catch(() => undefined)
  if (response?.ok !== true) return
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const part of parts) {
    const now = fresh.getElementById(part.id)
    if (now !== null && now.innerHTML !== part.innerHTML) part.innerHTML = now.innerHTML
  }
}
