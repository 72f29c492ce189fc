import type { Express } from 'express'
import { exceptFor, rateLimits, type MissLimit } from './platform/http/index.ts'
import { DEVICE_FILES } from './verifier/device/index.ts'

/** What programs call: there are no codes to guess there, and a document that we refuse is no miss. */
const VC_API = /^\/(issuers(\/|$)|(credentials|presentations)\/(issue|verify|status|derive)\/?$)/i

/** How often one address may ask for what; a conformance run may call the VC-API as often as it likes. */
export function limitRates(app: Express, guesses: MissLimit, conformance: boolean): void {
  const everything = rateLimits.everything()
  const ofDevices = exceptFor(DEVICE_FILES, everything)
  app.use(conformance ? exceptFor(VC_API, ofDevices) : ofDevices)
  app.use('/v', guesses)
  for (const path of ['/s', '/p', '/g', '/h', '/credentials/:code'])
    app.use(path, exceptFor(VC_API, rateLimits.codes()))
  app.use('/invitations', rateLimits.credentials())
  app.use('/login', rateLimits.credentials())
  app.use('/account', rateLimits.credentials())
  const verification = rateLimits.verification()
  app.use('/verify', exceptFor(DEVICE_FILES, verification))
  if (conformance) return
  app.use(['/credentials/verify', '/presentations/verify'], verification)
  app.use(
    ['/issuers', '/credentials/issue', '/credentials/status', '/credentials/derive'],
    rateLimits.tokens(),
  )
}
