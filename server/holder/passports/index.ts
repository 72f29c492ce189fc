export {
  renderPassport,
  renderPassports,
  type RenderedPassport,
  type RenderedPassports,
} from './render-passport.ts'
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
  type SessionPassportsDeps,
} from './find-passports.ts'
export { levelRank, voicesOf, type SpokenVoice } from './layout/spoken-voices.ts'
export { describeStay, type StayWords } from './layout/describe-stay.ts'
export { qrSvg } from '../../platform/qr/index.ts'
export { groupCode, publicUrlOf, scanUrl, withoutScheme, type ScanUrl } from './scan-url.ts'
export { fileNameParameters, languageOf, passportRoutes, sendPdf, type PassportRoutesDeps } from './routes.ts'
export { passportsKeeper } from './personal-data.ts'
