// The network's partner structures.
export {
  ORGANISATION_KINDS,
  plainName,
  publicNameOf,
  type Organisation,
  type OrganisationKind,
} from './organisation.ts'
export {
  createOrganisation,
  type CreateOrganisationDeps,
  type NewOrganisation,
} from './create-organisation.ts'
export {
  findOrganisation,
  findOrganisationByName,
  findOrganisationBySlug,
  listOrganisations,
} from './find-organisation.ts'
export { organisationRoutes, type OrganisationRoutesDeps } from './routes.ts'
