// Minors: who agreed that others may open their passport, and that it is theirs alone at eighteen.
export { isMinor } from './minority.ts'
export { hiddenHolder, mayShowPublicly, type PublicPage } from './public-page.ts'
export { comesOfAge, findOwnPage, type OwnPage } from './choose-visibility.ts'
export { guardianshipKeepers } from './personal-data.ts'
export { currentOrNewLink } from './make-link.ts'
export { recordPaperAgreement } from './record-agreement.ts'
export { guardianshipRoutes } from './routes.ts'
