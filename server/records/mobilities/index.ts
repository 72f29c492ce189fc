/** Stays abroad: programme, host, place, dates, what was planned and what was done. */
export { matchMobility, mobilityChanges, SIGNATORIES, stayLengthInDays } from './mobility.ts'
export type { Mobility, MobilityField, MobilityInput } from './mobility.ts'
export { keepSignedFields, listAttested, signedChanges } from './attested-stay.ts'
export { joinMobilities, tellDifferently, toldOnce } from './join-mobilities.ts'
export { mobilityFacts } from './mobility-facts.ts'
export { plainWords } from './plain-words.ts'
export { PROGRAMMES, UNSTATED_PROGRAMME } from './programmes.ts'
export { programmeKind, programmeLabel, recogniseProgramme } from './recognise-programme.ts'
export type { MobilityKind, Programme } from './programmes.ts'
export { recogniseCountry } from './countries.ts'
export { saveMobility } from './save-mobility.ts'
export type { SaveMobilityDeps } from './save-mobility.ts'
export {
  createMobility,
  editMobility,
  stayVersion,
  type EditMobilityDeps,
  type StayTold,
} from './edit-mobility.ts'
export { funderLabel, FUNDERS } from './funders.ts'
export { readStay, type StayRead } from './read-stay.ts'
export { mobilityRoutes } from './routes.ts'
export { staySummary } from './view.ts'
export { findMobilities, findMobility, listMobilities } from './store.ts'
export { mobilitiesKeeper } from './personal-data.ts'
