/**
 * A file may be dropped anywhere on the page, and a picture or a text pasted anywhere: it goes into the form that is
 * there. Nothing is read here and nothing is sent before somebody says so; without this script the form works by itself.
 */
const form = document.querySelector<HTMLFormElement>('form[data-any-document]')
const zone = form?.querySelector<HTMLElement>('[data-drop]')
const input = form?.querySelector<HTMLInputElement>('input[type="file"]')
const status = zone?.querySelector<HTMLElement>('[role="status"]')
const text = form?.querySelector<HTMLTextAreaElement>('textarea[name="document"]')

if (form && zone && input && status && text) {
  const say = (words: string | undefined): void => {
    status.textContent = words ?? ''
  }
  const nameChosen = (): void => {
    const [file] = input.files ?? []
    say(file === undefined ? '' : status.dataset['chosen']?.replace('{name}', () => file.name))
  }
  const take = (files: FileList): void => {
    input.files = files
    nameChosen()
    zone.scrollIntoView({ block: 'nearest' })
  }
  const over = (is: boolean): void => {
    zone.classList.toggle('drop--over', is)
    if (is) say(status.dataset['over'])
    else nameChosen()
  }

  input.addEventListener('change', nameChosen)
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    over(true)
  })
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) over(false)
  })
  document.addEventListener('drop', (event) => {
    const files = event.dataTransfer?.files
    if (files === undefined || files.length === 0) return
    event.preventDefault()
    over(false)
    take(files)
  })
  document.addEventListener('paste', (event) => {
    const { clipboardData, target } = event
    if (clipboardData === null) return
    if (clipboardData.files.length > 0) {
      event.preventDefault()
      take(clipboardData.files)
      return
    }
    const pasted = clipboardData.getData('text/plain').trim()
    // in a field of its own it goes where the cursor is
    if (pasted === '' || isTextField(target)) return
    event.preventDefault()
    text.value = pasted
    text.focus()
  })
  nameChosen()
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
  )
}
