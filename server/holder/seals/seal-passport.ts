import type { Clock } from '../../kernel/clock.ts'
import type { Locale } from '../../kernel/locale.ts'
import { translator } from '../../platform/i18n/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import type { SealPassport } from '../passports/index.ts'
import { sealPdf, type SealWords } from './seal-pdf.ts'
import type { SealFor } from './seal.ts'

export interface SealPassportDeps {
  readonly clock: Clock
  readonly log: Logger
  readonly sealFor: SealFor
}

/**
 * {@link SealPassport} with the seal of the structure whose session gave the passport. A passport that tells of several
 * structures has one seal all the same, its own structure's: it seals the paper, each competence says who attests it.
 */
export function sealPassport(deps: SealPassportDeps): SealPassport {
  return async (bytes, { organisationId, locale }) => {
    const seal = organisationId === null ? undefined : await deps.sealFor(organisationId)
    if (seal === undefined) return bytes
    try {
      return await sealPdf(bytes, seal, sealWords(locale, deps.clock.now()))
    } catch (error) {
      deps.log.error({ err: error, organisationId }, 'a passport could not be sealed: it goes out without')
      return bytes
    }
  }
}

/** What a seal says of itself on a passport in this language. */
export function sealWords(locale: Locale, at: Date): SealWords {
  const t = translator(locale)
  return { at, reason: t('seals.reason'), label: t('seals.label') }
}
