// Why somebody may have fewer opportunities: asked for the indicators, kept apart, sealed, counted, deleted after the year.
export { closeSupportYears, countSupportNeeds, type SupportCounts } from './count-support-needs.ts'
export { joinSupport } from './join-support.ts'
export { coordinates, readSupport, recordSupport, type SupportDeps } from './record-support-needs.ts'
export { supportRoutes } from './routes.ts'
export { supportKeeper } from './support-keeper.ts'
export { SUPPORT_NEEDS, SUPPORT_THRESHOLD, type SupportAnswer, type SupportNeed } from './support-needs.ts'
