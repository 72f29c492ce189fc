import { drawVoice, VOICE_MARK_WIDTH, type Voice } from '../pdf/marks.ts'
import { INK } from '../pdf/palette.ts'
import { setText, widthOf } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { node, tagged, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import { sectionHeading, type Edition, type Telling } from './frame.ts'
import type { Block } from './place-blocks.ts'
import { BODY, BODY_BOLD, CONTENT_WIDTH, MARGIN, SMALL } from './styles.ts'

const COLUMN_GAP = 16
/** A line's half, when two speakers share it. */
const HALF = (CONTENT_WIDTH - COLUMN_GAP) / 2

export interface Speaker {
  readonly voice: Voice
  readonly word: string
  readonly who: string
  readonly contact?: string
}

/** Who stands behind each voice, and how to reach those who attest: the legend of the three marks. */
export function voiceBlocks(edition: Edition): Block[] {
  const list = edition.told.speakers
  if (list.length === 0) return []
  const heading = sectionHeading(edition, edition.t('passport.voices'))
  const owner = node('L', edition.root)
  const wordWidth = Math.max(...list.map(({ word }) => widthOf(word, BODY_BOLD)))
  const lines = linesOf(list, wordWidth, edition.spacing.voicesInPairs)
  return [heading, ...lines.map((line, index) => lineBlock(line, owner, wordWidth, index === 0))]
}

/** Whoever speaks of the person in this passport. */
export function findSpeakers({ content, t }: Telling): Speaker[] {
  const competences = content.competences.flatMap((credential) => credential.competence ?? [])
  const declared = competences.some((competence) => competence.declaredLevel !== undefined)
  // a host who agreed to be named speaks under their own name
  const named = new Map(
    content.endorsements.map(({ host }) => [host.name, [host.tutor, host.name].filter(Boolean).join(', ')]),
  )
  const confirmers = competences.flatMap((competence) => competence.confirmedBy ?? [])
  const hosts = new Set([...confirmers, ...named.keys()])
  return [
    ...(declared
      ? [
          {
            voice: 'declared',
            word: t('passport.voiceDeclared'),
            who: t('passport.declaredBy', { name: content.holderName }),
          } as const,
        ]
      : []),
    ...content.attestations.map(({ organisation, official, email, url }): Speaker => {
      const contact = [email, url].filter(Boolean).join(' · ')
      return {
        voice: 'attested',
        word: t('passport.voiceAttested'),
        who: official
          ? t('passport.attestedBy', { official, organisation })
          : t('passport.attestedByOrganisation', { organisation }),
        ...(contact ? { contact } : {}),
      }
    }),
    ...[...hosts].map((name): Speaker => ({
      voice: 'confirmed',
      word: t('passport.voiceConfirmed'),
      who: t('passport.confirmedBy', { name: named.get(name) ?? name }),
    })),
  ]
}

/** The speakers of each line; in pairs, two short ones stand side by side. */
function linesOf(list: readonly Speaker[], wordWidth: number, inPairs: boolean): Speaker[][] {
  const isShort = ({ who, contact }: Speaker): boolean =>
    contact === undefined && whoOffset(wordWidth) + widthOf(who, BODY) <= HALF
  const short = inPairs ? list.filter(isShort) : []
  const pairs = short.flatMap((_, index) => (index % 2 === 0 ? [short.slice(index, index + 2)] : []))
  return list.flatMap((speaker) => {
    if (!short.includes(speaker)) return [[speaker]]
    return pairs.filter(([first]) => first === speaker)
  })
}

/** From a speaker's mark to the name. */
const whoOffset = (wordWidth: number): number => VOICE_MARK_WIDTH + 5 + wordWidth + 9

function lineBlock(
  speakers: readonly Speaker[],
  list: StructureNode,
  wordWidth: number,
  isFirst: boolean,
): Block {
  const set = speakers.map((speaker, index) =>
    setSpeaker(speaker, list, wordWidth, MARGIN + index * (HALF + COLUMN_GAP)),
  )
  return {
    height: Math.max(...set.map(({ height }) => height)),
    gap: isFirst ? 6 : 3,
    draw(sheet, top) {
      for (const speaker of set) speaker.draw(sheet, top)
    },
  }
}

function setSpeaker(speaker: Speaker, list: StructureNode, wordWidth: number, x: number) {
  const item = node('LI', list)
  const nodes = { label: node('Lbl', item), body: node('LBody', item) }
  const whoX = x + whoOffset(wordWidth)
  const width = MARGIN + CONTENT_WIDTH - whoX
  const word = setText(speaker.word, BODY_BOLD)
  const who = setText(speaker.who, BODY, width)
  const { contact: address } = speaker
  const together = address !== undefined && widthOf(speaker.who, BODY) + 9 + widthOf(address, SMALL) <= width
  const contact = address === undefined ? undefined : setText(address, SMALL, width)
  return {
    height: who.height + (together ? 0 : (contact?.height ?? 0)),
    draw(sheet: Sheet, top: number) {
      tagged(sheet, nodes.label, () => {
        drawVoice(sheet, speaker.voice, x, top + BODY.leading / 2 + 0.3)
        drawText(sheet, word, x + VOICE_MARK_WIDTH + 5, top, INK)
      })
      tagged(sheet, nodes.body, () => {
        const y = drawText(sheet, who, whoX, top, INK)
        if (together && contact)
          drawText(sheet, contact, whoX + widthOf(speaker.who, BODY) + 9, top + 1.8, INK)
        else if (contact) drawText(sheet, contact, whoX, y, INK)
      })
    },
  }
}
