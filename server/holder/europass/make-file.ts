import { keepMembers, listCredentialsOfLearner } from '../../issuer/credentials/index.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import { translator } from '../../platform/i18n/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import { findPassportOf, publicUrlOf } from '../passports/index.ts'
import { picturePng } from '../pictures/index.ts'
import { buildDocument } from './build-document.ts'
import type { ReadPassport } from './claims.ts'
import { drawPages, PAGE } from './draw-pages.ts'

export interface EuropassFile {
  readonly document: JsonObject
  readonly holderName: string
}

/**
 * The file for the Union's issuer, made from the passport that somebody holds now. What is suspended is not in it: once
 * another has sealed the file, nobody sees that.
 * @throws AppError `not-yet-issued` while there is none, or when all that it told was withdrawn; `credential-withdrawn`
 * while it is suspended
 */
export async function makeFile(db: Db, learnerId: LearnerId): Promise<EuropassFile> {
  const [fr, en] = [await findPassportOf(db, learnerId, 'fr'), await findPassportOf(db, learnerId, 'en')]
  if (fr === undefined || en === undefined) throw new AppError('not-yet-issued')
  if (fr.record.suspendedAt !== null) throw new AppError('credential-withdrawn')
  const held = await listCredentialsOfLearner(db, learnerId)
  const paused = new Set(held.flatMap(({ suspendedAt, url }) => (suspendedAt === null ? [] : [url])))
  const stands = ({ url }: { readonly url: string }): boolean => !paused.has(url)
  const passport: ReadPassport = { fr: keepMembers(fr.content, stands), en: keepMembers(en.content, stands) }
  const { competences, mobilities, attendances, url, holderName } = passport.fr
  // a person of the model claims something
  if (competences.length + mobilities.length + attendances.length === 0) throw new AppError('not-yet-issued')
  const pictures = { fr: await picturesOf(passport, 'fr'), en: await picturesOf(passport, 'en') }
  return { document: buildDocument(passport, pictures, publicUrlOf(url)), holderName }
}

async function picturesOf(passport: ReadPassport, locale: Locale): Promise<Buffer[]> {
  const pages = drawPages(passport[locale], { t: translator(locale), locale })
  return Promise.all(pages.map((svg) => picturePng(svg, PAGE.width)))
}
