import { mobilityFramework, recogniseCompetence } from '../../issuer/achievements/index.ts'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import { plainWords } from '../mobilities/index.ts'
import { isBlank } from './read-cells.ts'

/** Words that are levels in any framework we ship. */
const LEVEL_WORDS = new Set(['pas encore', 'not yet', 'non evalue', 'not assessed'])

/**
 * Whether a column we do not know holds levels: then somebody assessed a competence under a title we cannot read,
 * and leaving it aside in silence would lose it. At least two cells in three must look like levels.
 */
export function looksLikeLevels(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell))
  const levels = filled.filter(
    (cell) => /^([1-4]([.,]0)?|[abc][12])$/i.test(cell) || LEVEL_WORDS.has(plainWords(cell)),
  )
  return filled.length > 0 && levels.length * 3 >= filled.length * 2
}

/** Competences whose label comes near a title, nearest first, three at most. */
export function nearCompetences(title: string, locale: Locale): string[] {
  const wanted = plainWords(title.replace(/\(.*?\)/g, ' '))
  return mobilityFramework()
    .competences.map((competence) => {
      const labels = LOCALES.flatMap((each) => [competence.label[each], competence.short[each]])
      return {
        label: competence.label[locale],
        nearness: Math.max(
          ...[...labels, competence.code].map((label) => nearness(wanted, plainWords(label))),
        ),
      }
    })
    .filter((candidate) => candidate.nearness >= 0.5 && recogniseCompetence(candidate.label) !== undefined)
    .sort((left, right) => right.nearness - left.nearness)
    .slice(0, 3)
    .map(({ label }) => label)
}

/** 1 for the same words, 0 for nothing in common: shared pairs of letters (Dice), which forgives typing slips. */
function nearness(left: string, right: string): number {
  const [a, b] = [pairs(left), pairs(right)]
  if (a.length === 0 || b.length === 0) return 0
  const rest = [...b]
  const shared = a.filter((pair) => {
    const at = rest.indexOf(pair)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / (a.length + b.length)
}

function pairs(text: string): string[] {
  return text
    .split(' ')
    .flatMap((word) =>
      Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)),
    )
}
