import { instanceIssuer } from '../keys/index.ts'
import { INSTANCES, instancePath, type Instance } from './instances.ts'
import type { VcApiDeps } from './vc-api-deps.ts'

/** An instance as a client needs to know it. */
export interface ListedInstance extends Pick<Instance, 'name' | 'cryptosuite'> {
  /** The `did:key` that a credential must name as its issuer. */
  readonly id: string
  readonly path: string
}

/** The instances, made where they are missing. */
export async function listInstances(
  deps: Pick<VcApiDeps, 'db' | 'ring' | 'clock'>,
): Promise<ListedInstance[]> {
  const listed: ListedInstance[] = []
  for (const instance of INSTANCES) {
    const { did } = await instanceIssuer(deps, instance)
    const { name, cryptosuite } = instance
    listed.push({ name, id: did, path: instancePath(instance), cryptosuite })
  }
  return listed
}
