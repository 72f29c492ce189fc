import { mayShowPublicly } from '../../access/guardianship/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Request, Routes } from '../../platform/http/index.ts'
import { verificationUrl } from './credential-url.ts'
import { signedBytes } from './serve-credential.ts'

export interface CredentialRoutesDeps {
  readonly db: Db
  readonly clock: Clock
}

/** The registered media type first (VCDM 2.0 §6.2.1, `application/vc`). */
const MEDIA_TYPES = ['application/vc', 'application/ld+json', 'application/json']

/** A credential at its own address: the signed JSON, byte for byte; a person with a browser is shown the verdict. */
export function credentialRoutes(deps: CredentialRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/credentials/:code', 'public', async (req, res, ctx) => {
      const { code, bytes, learnerId } = await signedBytes(deps.db, String(req.params['code']))
      res.vary('Accept')
      // whoever knows the address may read it; nobody else should come across it
      res.set({
        'Cache-Control': 'no-store',
        'X-Robots-Tag': 'noindex, nofollow',
        'Access-Control-Allow-Origin': '*',
      })
      if (isBrowsing(req) && !ctx.wantsJson) ctx.redirect(verificationUrl('', code))
      else if (!(await mayShowPublicly(deps.db, learnerId, deps.clock.now())))
        throw new AppError('credential-private')
      else
        res.set('Content-Type', req.accepts(MEDIA_TYPES) || 'application/vc').send(Buffer.from(bytes, 'utf8'))
    })
  }
}

/** Browsers name HTML; software that takes anything gets the credential. */
const isBrowsing = (req: Request): boolean => (req.get('accept') ?? '').includes('text/html')
