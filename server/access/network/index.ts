// A structure's place in the network: conventions, heads of network, and the structures they ask to join.
export { conventionState, type ConventionState, type NetworkPlace } from './network-place.ts'
export { inviteStructure, remindStructure, type StructureInvitation } from './invite-structure.ts'
export { readPlace, type InvitedStructure, type StructurePlace } from './read-place.ts'
export { setPlace, type NetworkDeps } from './set-place.ts'
export { networkRoutes } from './routes.ts'
