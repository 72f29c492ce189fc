import { chooseFaces, printable } from '../pdf/clusters.ts'
import { SLATE } from '../pdf/palette.ts'
import type { Edition } from './frame.ts'
import type { Block } from './place-blocks.ts'
import { inEach, setParagraph } from './tongues.ts'

/** More than this many are not all named. */
const NAMED = 12

/** Says on paper which characters the crossed boxes stand for, by their Unicode numbers. */
export function missingNote(edition: Edition): Block[] {
  const missing = missingCharacters(edition.content)
  if (missing.length === 0) return []
  const points = missing.slice(0, NAMED).map(codePointsOf).join(', ')
  const { look, root, tongues } = edition
  const named = { count: missing.length, points: missing.length > NAMED ? `${points}…` : points }
  const words = inEach(tongues, ({ t }) => t('passport.missing', named))
  const note = setParagraph(words, { parent: root }, [look.small], look.width)
  return [
    {
      height: note.height,
      gap: 14 * look.marks,
      draw: (sheet, top) => note.draw(sheet, look.left, top, [SLATE, SLATE]),
    },
  ]
}

// a passport is set in several spacings, and lacks the same letters in each
const found = new WeakMap<Edition['content'], string[]>()

/** The characters of a passport that no font of ours has, each once. */
export function missingCharacters(content: Edition['content']): string[] {
  const known = found.get(content) ?? findMissing(content)
  found.set(content, known)
  return known
}

function findMissing(content: Edition['content']): string[] {
  const missing = new Set<string>()
  for (const text of printedTexts(content))
    for (const cluster of chooseFaces(printable(text), 'regular'))
      if (!cluster.face) missing.add(cluster.text)
  return [...missing]
}

/** Everything of the content that people wrote; the rest are our own words. */
function printedTexts(content: Edition['content']): Set<string> {
  const texts = [
    content.holderName,
    content.platform,
    ...content.stays.flatMap(({ activity, programme, hostName, hostTown }) => [
      activity,
      programme,
      hostName,
      hostTown,
    ]),
    ...[...content.mobilities, ...content.competences].flatMap(({ competence, observation, attestedBy }) => [
      competence?.label,
      competence?.confirmedBy,
      observation,
      attestedBy,
    ]),
    ...content.attendances.flatMap(({ session }) => [session?.title, session?.place]),
    ...content.endorsements.flatMap(({ sentence, host }) => [sentence, host.name, host.place, host.tutor]),
    ...content.attestations.flatMap(({ organisation, official }) => [organisation, official]),
    ...content.partners,
  ]
  return new Set(texts.filter((text) => text !== undefined))
}

const codePointsOf = (cluster: string): string =>
  Array.from(
    cluster,
    (point) => `U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join('+')
