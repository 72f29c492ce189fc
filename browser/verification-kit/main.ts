import { DEFAULT_LOCALE, isLocale } from '../../server/kernel/locale.ts'
import type { KitData } from './kit-data.ts'
import { canVerify } from '../verify-anywhere/can-verify.ts'
import { readFile, readText, type ReadDocument } from './read-document.ts'
import { sayVerdict, speaker } from './say-verdict.ts'
import { showVerdict, tellIfAuthentic } from './show-verdict.ts'
import { verifyOffline } from './verify-offline.ts'

/** The page of a verification kit: one form, one answer, nothing sent anywhere. */
async function start(kit: KitData): Promise<void> {
  const { lang } = document.documentElement
  const locale = isLocale(lang) ? lang : DEFAULT_LOCALE
  const say = speaker(kit, locale)
  const form = element('form', HTMLFormElement)
  const file = element('field-file', HTMLInputElement)
  const pasted = element('field-document', HTMLTextAreaElement)
  const problem = element('problem', HTMLElement)
  const answer = element('answer', HTMLElement)

  if (!(await canVerify())) {
    problem.textContent = say('kit.tooOld')
    return
  }
  element('verify', HTMLButtonElement).disabled = false

  const answerTo = async (read: ReadDocument): Promise<void> => {
    answer.replaceChildren()
    problem.textContent = 'problem' in read ? say(`kit.${read.problem}`) : ''
    if ('problem' in read) return
    const now = new Date()
    const result = await verifyOffline(read.document, kit, now)
    const told = tellIfAuthentic(read.document, result)
    answer.append(showVerdict(result, told, sayVerdict(result, told, { kit, locale, say, now }), say))
    answer.focus()
  }
  const answerForm = async (): Promise<void> => {
    // what was asked before is no answer to this
    answer.replaceChildren()
    const [chosen] = file.files ?? []
    await answerTo(chosen === undefined ? readText(pasted.value) : await readFile(chosen))
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void answerForm()
  })
  // what was pasted and what was chosen are two questions
  file.addEventListener('change', () => (pasted.value = ''))
  pasted.addEventListener('input', () => (file.value = ''))
  document.addEventListener('dragover', (event) => event.preventDefault())
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    const [dropped] = event.dataTransfer?.files ?? []
    if (dropped !== undefined) void readFile(dropped).then(answerTo)
  })
}

function element<Kind extends HTMLElement>(id: string, kind: abstract new () => Kind): Kind {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`)
  return found
}

if (globalThis.passerelleKit !== undefined) void start(globalThis.passerelleKit)
