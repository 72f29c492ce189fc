import { Resolver } from 'node:dns/promises'
import { isPublicAddress } from './public-address.ts'
import { RemoteError } from './remote-error.ts'
import { unlessStopped } from './unless-stopped.ts'

/** All addresses of a name. */
export type Lookup = (host: string, signal: AbortSignal) => Promise<readonly string[]>

const TRY_MS = 2000

/**
 * Asks the name servers themselves: names of this machine's own hosts file lead nowhere, and a slow name server does not
 * hold one of the few threads that the system's resolver shares with files and passwords.
 */
export const systemLookup: Lookup = async (host, signal) => {
  const resolver = new Resolver({ timeout: TRY_MS, tries: 2 })
  const cancel = (): void => resolver.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

/**
 * The addresses to connect to, all checked. A name with one public and one inner address is refused altogether: no
 * honest host has both, and which of them would be taken is chance.
 *
 * @throws RemoteError `name-unresolved`, `address-refused`, `timeout`
 */
export async function resolveHost(
  host: string,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const addresses = await unlessStopped(signal, lookup(host, signal), host).catch((cause: unknown) => {
    throw cause instanceof RemoteError ? cause : new RemoteError('name-unresolved', host, { cause })
  })
  if (addresses.length === 0) throw new RemoteError('name-unresolved', host)
  if (!addresses.every(isPublicAddress)) throw new RemoteError('address-refused', host)
  return addresses
}
