import { INK, SLATE } from '../pdf/palette.ts'
import { node, tagged, type StructureNode } from '../pdf/sheet.ts'
import { setText } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { abroad } from './cover.ts'
import { dateRange, describeStay, type StayWords } from './describe-stay.ts'
import { sectionHeading, type Edition } from './frame.ts'
import type { Block } from './place-blocks.ts'
import { inEach, setPassage, type Tongue, type Words } from './tongues.ts'

/** Every stay, when there are more than the cover tells. */
export function stayBlocks(edition: Edition): Block[] {
  return entries(
    edition,
    ({ t }) => t('passport.stays'),
    edition.content.stays.map((stay) => ({
      title: [describeStay(stay, edition.locale, edition.t).what],
      detail: [
        { text: whole(describeStay(stay, edition.locale, edition.t)) },
        ...edition.tongues.slice(1).map((tongue) => abroad(stay, tongue)),
      ],
    })),
  )
}

/** The training sessions the person took part in. */
export function trainingBlocks(edition: Edition): Block[] {
  const { content, tongues } = edition
  const sessions = content.attendances.flatMap((credential) => credential.session ?? [])
  if (sessions.length === 0) return []
  const items = sessions.map((session) => ({
    title: [session.title, session.place ?? ''].filter(Boolean),
    detail: inEach(tongues, ({ language, t }) => dateRange(session.startsOn, session.endsOn, language, t)),
  }))
  const title = ({ t }: Tongue) => t('passport.trainings')
  return edition.spacing.trainingsInLine ? lines(edition, title, items) : entries(edition, title, items)
}

const whole = ({ where, when, programme }: StayWords): string =>
  [where, when, programme].filter(Boolean).join(' · ')

interface Entry {
  readonly title: readonly string[]
  readonly detail: readonly Words[]
}

/** The heading and its entries side by side, an entry a line. */
function lines(edition: Edition, say: (tongue: Tongue) => string, items: readonly Entry[]): Block[] {
  const { look, root, tongues } = edition
  const owners = { heading: node('H2', root), list: node('L', root) }
  const words = inEach(tongues, say)
  const heading = setPassage(words, owners.heading, [look.bodyBold, look.small])
  const x = look.left + heading.width + 12
  return items.map((item, index): Block => {
    const [first, ...others] = item.detail
    const told = [{ text: [...item.title, first?.text ?? ''].join(' · ') }, ...others]
    const body = node('LBody', node('LI', owners.list))
    const set = setPassage(told, body, [look.body, look.small], look.left + look.width - x)
    return {
      height: Math.max(set.height, index === 0 ? heading.height : 0),
      gap: index === 0 ? edition.spacing.section : 2,
      opens: index === 0,
      draw(sheet, top) {
        if (index === 0) heading.draw(sheet, look.left, top)
        set.draw(sheet, x, top)
      },
    }
  })
}

function entries(edition: Edition, say: (tongue: Tongue) => string, items: readonly Entry[]): Block[] {
  const heading = sectionHeading(edition, say)
  const list = node('L', edition.root)
  return [heading, ...items.map((item, index) => entryBlock(edition, item, list, index === 0))]
}

function entryBlock({ look }: Edition, entry: Entry, list: StructureNode, isFirst: boolean): Block {
  const body = node('LBody', node('LI', list))
  const [what, ...where] = entry.title
  const [first, ...others] = entry.detail
  const title = setText(what ?? '', look.bodyBold, look.width)
  const name = node('P', body)
  const told = [{ text: [...where, first?.text ?? ''].join(' · ') }, ...others]
  const detail = setPassage(told, node('P', body), [look.small], look.width)
  return {
    height: title.height + detail.height,
    gap: (isFirst ? 6 : 5) * look.marks,
    draw(sheet, top) {
      tagged(sheet, name, () => drawText(sheet, title, look.left, top, INK))
      detail.draw(sheet, look.left, top + title.height, [SLATE, SLATE])
    },
  }
}
