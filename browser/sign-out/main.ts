import { anythingWaits, forgetEverything } from '../grid/queue.ts'

// Whoever signs out leaves nothing on the device. What was not sent yet would be lost: the page says so first.
for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/logout"]'))
  form.addEventListener('submit', (event) => {
    if (anythingWaits() && !window.confirm(form.dataset['leave'] ?? '')) event.preventDefault()
    else forgetEverything()
  })
