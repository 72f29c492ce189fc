// The network's partner structures: who they are, how they present themselves, who answers for them today.
export {
  ORGANISATION_KINDS,
  plainName,
  publicNameOf,
  type Organisation,
  type OrganisationKind,
} from './organisation.ts'
export { lockStructure, markClosed, markOpen } from './change-life.ts'
export { organisationForm } from './forms.ts'
export { isSiret } from './siret.ts'
export { completeOrganisation, type StructureFacts } from './complete-organisation.ts'
export {
  addOrganisation,
  createOrganisation,
  type CreateOrganisationDeps,
  type NewOrganisation,
} from './create-organisation.ts'
export {
  findClosedOrganisationByName,
  findOpenOrganisationByName,
  findOrganisation,
  findOrganisationByName,
  findOrganisationBySlug,
  listClosedOrganisations,
  listOrganisations,
} from './find-organisation.ts'
export { renameOrganisation, type Presentation, type RenameDeps } from './rename-organisation.ts'
export { requireOpenOrganisation } from './require-open.ts'
export { organisationRoutes, type OrganisationRoutesDeps } from './routes.ts'
export { todayOf, type StructureToday } from './today-of.ts'
export { kindLabel } from './view.ts'
