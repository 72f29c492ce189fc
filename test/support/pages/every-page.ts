import { COORDINATOR } from './coordinator-pages.ts'
import { EMPLOYER, PLATFORM } from './platform-pages.ts'
import type { Chapter } from './shown-page.ts'
import { HOST, TRAINER } from './trainer-pages.ts'
import { YOUTH } from './youth-pages.ts'

/** Every page of the application, in the order of people's days. */
export const CHAPTERS: readonly Chapter[] = [YOUTH, TRAINER, HOST, COORDINATOR, PLATFORM, EMPLOYER]

/** What a person never reads as a page, each with the reason why. */
export const NOT_PAGES: Readonly<Record<string, string>> = {
  'get /healthz': 'a word for a machine',
  'get /readyz': 'a word for a machine',
  'get /metrics': 'figures for a machine',
  'get /login/code': 'the second step of signing in; walked in staff-sign-in.test.ts',
  'get /login/sso': 'leaves for another organisation',
  'get /login/sso/callback': 'comes back from it',
  'get /import/modele/:list.csv': 'a file',
  'get /import/modele.csv': 'a file',
  'get /sessions/:id/live': 'a stream of events',
  'get /sessions/:id/state': 'for the script of the grid',
  'get /sessions/:id/signing': 'a part of the grid’s page, for its script',
  'get /sessions/:id/sign/progress': 'for the script of the grid',
  'get /sessions/:id/passports.pdf': 'a file',
  'get /sessions/:id/slips.pdf': 'a file',
  'get /passports/:code/passport.pdf': 'a file',
  'get /organisation/:slug/passports/:batch/files/:number': 'a file',
  'get /organisation/:slug/passports/:batch/passports.zip': 'a file',
  'get /learners/:id/slip.pdf': 'a file',
  'get /v/:code/report.json': 'for programs',
  'get /evidence/:id': 'a file',
  'get /admin/esco/search': 'for the script of the picker',
  'get /issuers': 'for programs',
  'get /me/live': 'a stream of events',
  'get /me/passport.pdf': 'a file',
  'get /me/passport.json': 'a file',
  'get /me/badges/:code/preview.png': 'a picture',
  'get /me/badges/:code.png': 'a file',
  'get /me/badges/:code.svg': 'a file',
  'get /me/europass.jsonld': 'a file',
  'get /me/everything.zip': 'a file',
  'get /me/evidence/:id': 'a file',
  'get /me/tell/:place/language': 'leads to a language’s competence page',
  'get /achievements/:code/:language': 'a language’s definition, drawn as any competence',
  'get /sw.js': 'a script',
  'get /verify/trust.json': 'for the visitor’s device',
  'get /verify/skills/:language.json': 'for the visitor’s device',
  'get /verify/words/:language.json': 'for the visitor’s device',
  'get /status/:id': 'bits for verifiers',
  'get /.well-known/did.json': 'public keys',
  'get /orgs/:slug/did.json': 'public keys',
}
