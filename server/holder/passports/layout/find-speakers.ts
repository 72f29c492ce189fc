import type { Voice } from '../pdf/marks.ts'
import type { Telling } from './frame.ts'
import { inEach, type Tongue, type Words } from './tongues.ts'

export interface Speaker {
  readonly voice: Voice
  readonly word: readonly Words[]
  readonly who: readonly Words[]
  readonly contact?: string
}

/** Whoever speaks of the person in this passport. In two languages a name stands alone: « par » would be said twice. */
export function findSpeakers({ content, tongues }: Telling): Speaker[] {
  const by = (name: string, say: (tongue: Tongue) => string): Words[] =>
    tongues.length > 1 ? [{ text: name }] : inEach(tongues, say)
  const competences = content.competences.flatMap((credential) => credential.competence ?? [])
  const declared = competences.some((competence) => competence.declaredLevel !== undefined)
  // a host who agreed to be named speaks under their own name
  const named = new Map(
    content.endorsements.map(({ host }) => [host.name, [host.tutor, host.name].filter(Boolean).join(', ')]),
  )
  const confirmers = competences.flatMap((competence) => competence.confirmedBy ?? [])
  const hosts = new Set([...confirmers, ...named.keys()])
  const declarer: Speaker = {
    voice: 'declared',
    word: inEach(tongues, ({ t }) => t('passport.voiceDeclared')),
    who: by(content.holderName, ({ t }) => t('passport.declaredBy', { name: content.holderName })),
  }
  return [
    ...(declared ? [declarer] : []),
    ...content.attestations.map(({ organisation, official, email, url }): Speaker => {
      const contact = [email, url].filter(Boolean).join(' · ')
      return {
        voice: 'attested',
        word: inEach(tongues, ({ t }) => t('passport.voiceAttested')),
        who: by([official, organisation].filter(Boolean).join(', '), ({ t }) =>
          official
            ? t('passport.attestedBy', { official, organisation })
            : t('passport.attestedByOrganisation', { organisation }),
        ),
        ...(contact ? { contact } : {}),
      }
    }),
    ...[...hosts].map((host): Speaker => {
      const name = named.get(host) ?? host
      return {
        voice: 'confirmed',
        word: inEach(tongues, ({ t }) => t('passport.voiceConfirmed')),
        who: by(name, ({ t }) => t('passport.confirmedBy', { name })),
      }
    }),
  ]
}
