import { copyOf, part } from '../parts/parts.ts'
import type { Say } from '../parts/words.ts'
import type { ToldContent, ToldPaper, ToldSkill } from './tell-paper.ts'

/** Lines on the first screen of a phone; the others unfold. */
const FIRST_LINES = 3

/** Fills a copy of the page's own article, made of the same parts as the server's page of a verdict. */
export function showPaper(told: ToldPaper, say: Say): Element {
  const article = copyOf('paper')
  const header = part(article, 'header')
  header.classList.add(`verdict--${told.tone}`)
  article.setAttribute('data-verdict', told.verdict)
  header.prepend(copyOf(`icon-${told.verdict}`))
  for (const name of [
    'title',
    'sentence',
    'because',
    'voice',
    'known',
    'old',
    'proves',
    'notProves',
    'next',
  ] as const)
    fill(article, name, told[name])
  if (told.content === undefined) {
    part(article, '.check__main').remove()
    article.classList.add('check--brief')
  } else {
    const main = part(article, '.check__main')
    fillContent(main, told.content, say)
    if (told.folded) fold(main)
  }
  return article
}

function fold(main: Element): void {
  const folded = copyOf('folded')
  folded.append(...main.childNodes)
  main.append(folded)
}

/** A place that stays empty is not there. */
function fill(root: Element, name: string, text: string): void {
  const place = part(root, `[data-told="${name}"]`)
  if (text === '') (place.closest('[data-with]') ?? place).remove()
  else place.textContent = text
}

function fillContent(main: Element, content: ToldContent, say: Say): void {
  fill(main, 'holder', content.holder)
  fill(main, 'heading', say('verdict.skills', { holder: content.holder }))
  fill(main, 'issuer', content.issuer)
  fill(main, 'signed', content.signed)
  part(main, '.bearer').append(
    ...content.stays.map((stay) => {
      const line = document.createElement('p')
      line.textContent = stay
      return line
    }),
  )
  const write = part(main, 'a[data-told="write"]')
  if (content.email === '') write.remove()
  else write.setAttribute('href', `mailto:${content.email}`)
  fillSkills(part(main, '.skills'), content.skills, say)
}

function fillSkills(section: Element, skills: readonly ToldSkill[], say: Say): void {
  const lines = skills.map(skillLine)
  const [first, more] = [part(section, 'ul'), part(section, 'details')]
  // a single line behind « see the others » would cost a tap for nothing
  const cut = lines.length <= FIRST_LINES + 1 ? lines.length : FIRST_LINES
  first.append(...lines.slice(0, cut))
  part(more, 'summary').textContent = say('phone.moreSkills')
  part(more, 'ul').append(...lines.slice(cut))
  if (cut === lines.length) more.remove()
  if (lines.length === 0) section.remove()
}

function skillLine({ name, level, of, words, voice }: ToldSkill): Element {
  const line = copyOf(`skill-${voice}`)
  part(line, 'h4').textContent = name
  const dots = part(line, '.dots')
  dots.setAttribute('data-level', String(level))
  dots.setAttribute('data-max', String(of))
  part(line, '[data-words]').textContent = words
  return line
}
