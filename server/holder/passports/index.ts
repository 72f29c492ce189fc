export {
  renderPassport,
  renderPassports,
  type RenderedPassport,
  type RenderedPassports,
} from './render-passport.ts'
export {
  PASSPORT_FORMS,
  type PassportForm,
  type PrintedPassport,
  type PrintOptions,
} from './print-options.ts'
export { toPrint } from './to-print.ts'
export { renderEachPassport } from './render-each.ts'
export { renderSlipSheets, type PrintedSlip, type SlipSheetsInput } from './render-slip-sheets.ts'
export {
  findPassportOf,
  hadPassport,
  listLearnersOfSession,
  listPassportsOfSession,
  toPassport,
  type CanOpenSession,
  type Passport,
  type SealPassport,
  type SessionPassportsDeps,
} from './find-passports.ts'
export { missingCharacters } from './layout/missing-note.ts'
export { printOptionsOf } from './forms.ts'
export { nameOfFile } from './name-of-file.ts'
export { levelRank, voicesOf, type SpokenVoice } from './layout/spoken-voices.ts'
export { describeStay, type StayWords } from './layout/describe-stay.ts'
export { textString } from './pdf/pdf-file.ts'
export { qrSvg } from '../../platform/qr/index.ts'
export { groupCode, publicUrlOf, scanUrl, withoutScheme, type ScanUrl } from './scan-url.ts'
export { languageOf, passportRoutes, type PassportRoutesDeps } from './routes.ts'
export { sendPassport, type SendPassportDeps } from './send-passport.ts'
export { fileNameParameters, sendPdf } from './send-pdf.ts'
export { passportsKeeper } from './personal-data.ts'
export { baseline } from './pdf/draw-text.ts'
export { setText, widthOf, type Run as TextRun, type SetText, type TextStyle } from './pdf/set-text.ts'
export type { Typeface } from './pdf/typefaces.ts'
