// « Raconter »: what a young person tells of their stays, theirs alone but for what they choose to show.
export { joinTellings } from './join-tellings.ts'
export { ownStaysKeeper, tellingsKeeper } from './personal-data.ts'
export { readShown, type ShownBlock } from './read-shown.ts'
export { tellingRoutes, type TellingRoutesDeps } from './routes.ts'
