import type { PersonalDataKeeper } from '../../access/personal-data/index.ts'
import type { CompactProofDeps } from '../../issuer/compact-proofs/index.ts'
import { LOCALES } from '../../kernel/locale.ts'
import { translator } from '../../platform/i18n/index.ts'
import { findPassportOf } from './find-passports.ts'
import { renderPassport } from './render-passport.ts'
import { toPrint } from './to-print.ts'

/** The passport as PDF, in each language: it is made from what was signed, and nothing of it is stored. */
export const passportsKeeper = (deps: Omit<CompactProofDeps, 'db'>): PersonalDataKeeper => ({
  name: 'passports',
  tables: [],
  async exportOf(db, learnerId) {
    const files = []
    for (const locale of LOCALES) {
      const passport = await findPassportOf(db, learnerId, locale)
      if (passport === undefined) continue
      const { bytes } = await renderPassport(await toPrint({ ...deps, db }, passport), { locale })
      files.push({ name: `${translator(locale)('personalData.passportFile')}.pdf`, bytes })
    }
    return [{ section: 'passports', records: [], files }]
  },
  erase: () => Promise.resolve({ kept: [] }),
})
