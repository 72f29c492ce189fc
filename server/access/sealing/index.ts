// Short secrets at rest: readable with the installation's root secret, and where they were put, only.
export { createSeal, type Seal } from './seal.ts'
