import type { CompactTrust, SkillNames } from '../../server/vc/compact-proof/index.ts'
import { keptLanguages, openKept, SHELL, skillsIn, TRUST } from '../offline/kept.ts'
import { judgePaper } from '../paper-proof/judge-paper.ts'
import { part } from '../parts/parts.ts'
import { speaker } from '../parts/words.ts'
import { carryDigits } from '../verdict/carry-digits.ts'
import { readAddress, type Paper } from '../verdict/read-address.ts'
import { whenOtherPaper } from '../verdict/when-other-paper.ts'
import { showPaper } from './show-paper.ts'
import { tellPaper, type Judged } from './tell-paper.ts'
import { whenServerAnswers } from './when-server-answers.ts'

// The page that answers in the server's place, at the very address of the verdict it stands in for.
const place = document.getElementById('here')
const paper = readAddress(location)
// at its own address it stands in for nothing
const standsIn = !location.pathname.startsWith(SHELL)
if (place !== null) {
  void offerKeptLanguages(paper)
  if (paper !== undefined) void answer(place, paper)
  if (standsIn) whenServerAnswers(() => location.reload())
  whenOtherPaper(() => location.reload())
}

async function answer(page: HTMLElement, { code, digits }: Paper): Promise<void> {
  const language = document.documentElement.lang
  const kept = await openKept()
  const [trustKept, namesKept] = await Promise.all([kept.match(TRUST), kept.match(skillsIn(language))])
  const trust = (await trustKept?.json()) as CompactTrust | undefined
  const names = ((await namesKept?.json()) ?? {}) as SkillNames
  const now = new Date()
  const judged = await judge({ code, digits }, trust, now, page.dataset['ed25519'] ?? '')
  const knownAt = trust && whenKnown(trust, trustKept?.headers.get('Date') ?? null)
  const say = speaker(wordsOf(part(document, '#words') as HTMLTemplateElement))
  const told = tellPaper(judged, { say, language, names, knownAt, now })
  document.title = `${told.title} · ${document.title.split(' · ').at(-1) ?? ''}`
  page.replaceChildren(showPaper(told, say))
  part(page, '#retry').addEventListener('click', () => location.reload())
}

async function judge(
  asked: Paper,
  trust: CompactTrust | undefined,
  now: Date,
  ed25519: string,
): Promise<Judged> {
  if (asked.digits === '') return { verdict: 'unverifiable-now', reason: 'no-digits' }
  if (trust === undefined) return { verdict: 'unverifiable-now', reason: 'no-keys' }
  return judgePaper(asked, trust, now, ed25519)
}

/** When the server last said that this was all it knew: what did not change is not made anew. */
function whenKnown({ madeAt }: CompactTrust, date: string | null): Date {
  const [made, said] = [Date.parse(madeAt), Date.parse(date ?? '')]
  return new Date(said > made ? said : made)
}

const wordsOf = ({ content }: HTMLTemplateElement): Record<string, string> =>
  Object.fromEntries(
    Array.from(content.children, (word) => [word.getAttribute('data-word') ?? '', word.textContent]),
  )

/** Without network a page offers the languages that are here. */
async function offerKeptLanguages(shown: Paper | undefined): Promise<void> {
  if (!standsIn) return
  if (shown?.digits) carryDigits(shown.digits)
  const languages = await keptLanguages(await openKept())
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a'))
    if (!languages.includes(link.hreflang)) link.remove()
}
