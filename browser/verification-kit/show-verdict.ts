import {
  VERDICT_TONES,
  type JsonObject,
  type Verdict,
  type VerificationResult,
} from '../../server/vc/index.ts'
import { copyOf, part } from '../parts/parts.ts'
import { tellDocument, type Said, type Told } from './tell-document.ts'
import type { Say, Words } from './say-verdict.ts'

/** Verdicts whose content may be shown: of a forged or withdrawn document nothing is shown as true. */
const OPEN: readonly Verdict[] = [
  'verified',
  'expired',
  'not-yet-valid',
  'issuer-unknown',
  'superseded',
  'unverifiable-now',
]

/** What the document tells, when its signature holds. */
export function tellIfAuthentic(document: JsonObject, result: VerificationResult): Told | undefined {
  const holds = result.checks.some(({ name, status }) => name === 'proof' && status === 'passed')
  return holds && result.verdict !== 'not-authentic' ? tellDocument(document, result) : undefined
}

/** Fills a copy of the page's own verdict template, made of the same parts as the server's page. */
export function showVerdict(
  result: VerificationResult,
  told: Told | undefined,
  words: Words,
  say: Say,
): Element {
  const { verdict } = result
  const article = copyOf('verdict')
  const header = part(article, 'header')
  header.classList.add(`verdict--${VERDICT_TONES[verdict]}`)
  header.setAttribute('data-verdict', verdict)
  header.prepend(copyOf(`icon-${verdict}`))
  for (const [name, text] of Object.entries(words))
    part(article, `[data-say="${name}"]`).textContent = String(text)
  const main = part(article, '.check__main')
  if (told !== undefined && OPEN.includes(verdict)) fillContent(main, told, say)
  else {
    main.remove()
    article.classList.add('check--brief')
  }
  const checks = part(article, '.checks')
  for (const check of result.checks) {
    const line = copyOf('check')
    part(line, 'span').textContent = say(`verdict.check.${check.name}`)
    part(line, 'strong').textContent = say(`verdict.status.${check.status}`)
    checks.append(line)
  }
  return article
}

function fillContent(main: Element, told: Told, say: Say): void {
  part(main, '[data-told="holder"]').textContent = told.holder
  // the name of a single skill is said just below
  if (told.skills.some(({ name }) => name === told.title)) part(main, '[data-told="title"]').remove()
  else part(main, '[data-told="title"]').textContent = told.title
  appendAll(
    main,
    '[data-told="skills"]',
    told.skills.map(({ name, said }) => {
      const line = copyOf('skill')
      part(line, 'h4').textContent = name
      part(line, '.said-list').append(...said.map(saidLine))
      return line
    }),
  )
  appendAll(
    main,
    '[data-told="others"]',
    told.others.map((text) => listItem(text)),
  )
  appendAll(
    main,
    '[data-told="fallen"]',
    told.fallen.map(({ title, verdict }) => listItem(`${title} · ${say(`verdict.${verdict}.title`)}`)),
  )
  appendAll(
    main,
    '[data-told="attestors"]',
    told.attestors.map((text) => {
      const line = copyOf('attestor')
      part(line, 'strong').textContent = text
      return line
    }),
  )
}

/** Puts the lines into their list; a section with no lines is not there. */
function appendAll(root: Element, selector: string, lines: readonly Element[]): void {
  const list = part(root, selector)
  list.append(...lines)
  if (lines.length === 0) (list.closest('section') ?? list).remove()
}

function saidLine({ voice, level, max, words }: Said): Element {
  const line = copyOf(`said-${voice}`)
  const dots = part(line, '.dots')
  dots.setAttribute('data-level', level)
  dots.setAttribute('data-max', String(max))
  part(line, '[data-words]').textContent = words
  return line
}

function listItem(text: string): Element {
  const item = document.createElement('li')
  item.textContent = text
  return item
}
