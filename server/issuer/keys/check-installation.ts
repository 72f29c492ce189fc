import { isoInstant, type Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import type { KeyRing } from './key-ring.ts'
import { notePublicUrl } from './public-url-store.ts'

export interface CheckInstallationDeps {
  readonly db: Db
  readonly ring: KeyRing
  readonly clock: Clock
  readonly log: Logger
}

/**
 * At each start: do database, keys folder and public URL belong together? Says loudly what does not and goes on, because
 * verification pages must live while somebody looks for the right folder or setting; `/readyz` knows about the keys too.
 */
export async function checkInstallation(deps: CheckInstallationDeps): Promise<void> {
  const { db, ring, clock, log } = deps
  const former = await notePublicUrl(db, ring.publicUrl, isoInstant(clock.now()))
  if (former !== undefined && former !== ring.publicUrl)
    log.warn(
      { publicUrl: ring.publicUrl, former },
      'PUBLIC_URL HAS CHANGED: what was issued before is still verified here, but its QR codes and links lead to the ' +
        'former address. If this was not intended, stop and put PUBLIC_URL back',
    )
  const unusable = await ring.checkKeys(db)
  if (unusable.length > 0)
    log.error(
      { issuers: unusable.map(({ issuer }) => issuer), keys: unusable },
      'SIGNING KEYS CANNOT BE OPENED: these issuers sign nothing until KEYS_DIR is restored from its backup, ' +
        'or the PKCS#11 token answers again',
    )
}
