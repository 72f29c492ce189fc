import { INK, SLATE } from '../pdf/palette.ts'
import { setText, widthOf } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { node, tagged, type StructureNode } from '../pdf/sheet.ts'
import { dateRange, describeStay } from './describe-stay.ts'
import { sectionHeading, type Edition } from './frame.ts'
import type { Block } from './place-blocks.ts'
import { BODY, BODY_BOLD, CONTENT_WIDTH, MARGIN, SMALL } from './styles.ts'

/** Every stay, when there are more than the cover tells. */
export function stayBlocks(edition: Edition): Block[] {
  const { content, locale, t } = edition
  if (content.stays.length < 2) return []
  return entries(
    edition,
    t('passport.stays'),
    content.stays.map((stay) => {
      const { what, where, when, programme } = describeStay(stay, locale, t)
      return { title: what, detail: [where, when, programme].filter(Boolean).join(' · ') }
    }),
  )
}

/** The training sessions the person took part in. */
export function trainingBlocks(edition: Edition): Block[] {
  const { content, locale, t } = edition
  const sessions = content.attendances.flatMap((credential) => credential.session ?? [])
  if (sessions.length === 0) return []
  const items = sessions.map((session) => ({
    title: session.title,
    detail: [session.place, dateRange(session.startsOn, session.endsOn, locale, t)]
      .filter(Boolean)
      .join(' · '),
  }))
  return edition.spacing.trainingsInLine
    ? lines(edition, t('passport.trainings'), items)
    : entries(edition, t('passport.trainings'), items)
}

/** The heading and its entries side by side, an entry a line. */
function lines(edition: Edition, title: string, items: readonly Entry[]): Block[] {
  const owners = { heading: node('H2', edition.root), list: node('L', edition.root) }
  const heading = setText(title, BODY_BOLD)
  const x = MARGIN + widthOf(title, BODY_BOLD) + 12
  return items.map((item, index): Block => {
    const set = setText([item.title, item.detail].join(' · '), BODY, MARGIN + CONTENT_WIDTH - x)
    const body = node('LBody', node('LI', owners.list))
    return {
      height: set.height,
      gap: index === 0 ? edition.spacing.section : 2,
      opens: index === 0,
      draw(sheet, top) {
        if (index === 0) tagged(sheet, owners.heading, () => drawText(sheet, heading, MARGIN, top, INK))
        tagged(sheet, body, () => drawText(sheet, set, x, top, INK))
      },
    }
  })
}

interface Entry {
  readonly title: string
  readonly detail: string
}

function entries(edition: Edition, title: string, items: readonly Entry[]): Block[] {
  const heading = sectionHeading(edition, title)
  const list = node('L', edition.root)
  return [heading, ...items.map((item, index) => entryBlock(item, list, index === 0))]
}

function entryBlock(entry: Entry, list: StructureNode, isFirst: boolean): Block {
  const item = node('LI', list)
  const body = node('LBody', item)
  const title = setText(entry.title, BODY_BOLD, CONTENT_WIDTH)
  const detail = setText(entry.detail, SMALL, CONTENT_WIDTH)
  return {
    height: title.height + detail.height,
    gap: isFirst ? 6 : 5,
    draw(sheet, top) {
      tagged(sheet, body, () => {
        const y = drawText(sheet, title, MARGIN, top, INK)
        drawText(sheet, detail, MARGIN, y, SLATE)
      })
    },
  }
}
