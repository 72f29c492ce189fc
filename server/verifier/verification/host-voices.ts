import type { EndorsementContent } from '../../issuer/credentials/index.ts'

/** What a host abroad says in its own words, apart from everybody else's. */
export interface HostVoiceView {
  /** « Anke Hansen, maître d’apprentissage · Tischlerei Hansen, Brême, Allemagne » */
  readonly who: string
  readonly host: string
  readonly sentence?: string
  readonly dates: string
  /** How the host was reached. */
  readonly reached: string
  /** The stay, where the page tells it nowhere else. */
  readonly stay?: string
}

/** Each host's voice; with `alone`, the stay it speaks of as well. */
export function hostVoices(
  endorsements: readonly EndorsementContent[],
  { alone }: { readonly alone: boolean },
): HostVoiceView[] {
  return endorsements.map(({ host, sentence, dates, reached, stay }) => ({
    who: [host.tutor, [host.name, host.place].filter(Boolean).join(', ')].filter(Boolean).join(' · '),
    host: host.name,
    ...(sentence === undefined ? {} : { sentence }),
    dates,
    reached,
    ...(alone ? { stay } : {}),
  }))
}
