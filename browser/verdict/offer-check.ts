import type * as checkHereScript from '../check-here/main.ts'
import { part } from '../parts/parts.ts'
import { speaker, type Words } from '../parts/words.ts'

/** « Verify on this device too »: the whole signed document, by a script that is loaded when somebody asks. */
export function offerCheck(): void {
  const place = document.getElementById('check-here')
  if (place === null) return
  const button = part(place, 'button') as HTMLButtonElement
  place.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    void check(place).finally(() => (button.disabled = false))
  })
}

async function check(place: HTMLElement): Promise<void> {
  const { script = '', words = '', busy = '', failed = '' } = place.dataset
  const answer = part(place, '[role=status]')
  answer.textContent = busy
  try {
    const [{ checkHere }, texts] = await Promise.all([
      import(script) as Promise<typeof checkHereScript>,
      fetch(words).then((response) => response.json() as Promise<Words>),
    ])
    answer.replaceChildren(...(await checkHere(place.dataset, speaker(texts))))
  } catch {
    answer.textContent = failed
  }
}
