import { drawVoice, VOICE_MARK_WIDTH, type Voice } from '../pdf/marks.ts'
import { INK, SLATE } from '../pdf/palette.ts'
import { setText, widthOf } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { node, tagged, type StructureNode } from '../pdf/sheet.ts'
import { sectionHeading, type Edition } from './frame.ts'
import type { Block } from './place-blocks.ts'
import { BODY, BODY_BOLD, CONTENT_WIDTH, MARGIN, SMALL } from './styles.ts'

interface Speaker {
  readonly voice: Voice
  readonly word: string
  readonly who: string
  readonly contact?: string
}

/** Who stands behind each voice, and how to reach those who attest: the legend of the three marks. */
export function voiceBlocks(edition: Edition): Block[] {
  const list = speakers(edition)
  if (list.length === 0) return []
  const heading = sectionHeading(edition, edition.t('passport.voices'))
  const owner = node('L', edition.root)
  const wordWidth = Math.max(...list.map(({ word }) => widthOf(word, BODY_BOLD)))
  return [heading, ...list.map((speaker, index) => speakerBlock(speaker, owner, wordWidth, index === 0))]
}

function speakers({ content, t }: Edition): Speaker[] {
  const competences = content.competences.flatMap((credential) => credential.competence ?? [])
  const declared = competences.some((competence) => competence.declaredLevel !== undefined)
  const hosts = new Set(competences.flatMap((competence) => competence.confirmedBy ?? []))
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
      who: t('passport.confirmedBy', { name }),
    })),
  ]
}

function speakerBlock(speaker: Speaker, list: StructureNode, wordWidth: number, isFirst: boolean): Block {
  const item = node('LI', list)
  const nodes = { label: node('Lbl', item), body: node('LBody', item) }
  const wordX = MARGIN + VOICE_MARK_WIDTH + 5
  const whoX = wordX + wordWidth + 9
  const width = MARGIN + CONTENT_WIDTH - whoX
  const word = setText(speaker.word, BODY_BOLD)
  const who = setText(speaker.who, BODY, width)
  const { contact: address } = speaker
  const together = address !== undefined && widthOf(speaker.who, BODY) + 9 + widthOf(address, SMALL) <= width
  const contact = address === undefined ? undefined : setText(address, SMALL, width)
  return {
    height: who.height + (together ? 0 : (contact?.height ?? 0)),
    gap: isFirst ? 6 : 3,
    draw(sheet, top) {
      tagged(sheet, nodes.label, () => {
        drawVoice(sheet, speaker.voice, MARGIN, top + BODY.leading / 2 + 0.3)
        drawText(sheet, word, wordX, top, INK)
      })
      tagged(sheet, nodes.body, () => {
        const y = drawText(sheet, who, whoX, top, INK)
        if (together && contact)
          drawText(sheet, contact, whoX + widthOf(speaker.who, BODY) + 9, top + 1.8, SLATE)
        else if (contact) drawText(sheet, contact, whoX, y, SLATE)
      })
    },
  }
}
