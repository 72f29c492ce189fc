import { TOTP } from 'otpauth'
import { createAccount } from '../../server/access/accounts/index.ts'
import {
  beginAppEnrolment,
  confirmAppEnrolment,
  openAppEnrolment,
} from '../../server/access/second-factor/index.ts'
import { createLogin } from '../../server/access/login/index.ts'
import type { SecondFactorPolicy } from '../../server/access/second-factor/index.ts'
import type { StaffActor } from '../../server/kernel/roles.ts'
import { ORIGIN } from '../support/software-key.ts'
import { createSite, openBrowser } from './access-site.ts'
import { createWorld, OPERATOR, PASSWORD, requireActor } from './access-world.ts'

export const YANN = { email: 'yann@exemple.fr', name: 'Yann Riou', password: PASSWORD }

/** The network at an address where passkeys work, and Yann, who has a password and no role. */
export async function createSignInWorld(secondFactorPolicy: SecondFactorPolicy = 'optional') {
  const made = await createWorld()
  const deps = { ...made.deps, publicUrl: ORIGIN, secondFactorPolicy }
  const world = { ...made, ...deps, deps, login: createLogin(deps) }
  const { id } = await createAccount(deps, OPERATOR, YANN)
  const yann = await requireActor(world.db, id)
  const site = createSite(world)
  return {
    ...world,
    site,
    yann,
    browse: (as?: StaffActor) => openBrowser(world, site, as),
    /** The code that an app with this secret shows now. */
    code: (secret: string) => new TOTP({ secret }).generate({ timestamp: world.clock.now().getTime() }),
    /** Somebody with an app, as they would have it a minute later. */
    async enrol(person: StaffActor) {
      await beginAppEnrolment(deps, person)
      const { secret } = (await openAppEnrolment(deps, person)) ?? { secret: '' }
      const typed = new TOTP({ secret }).generate({ timestamp: world.clock.now().getTime() })
      const alongside = () => Promise.resolve()
      const codes = await confirmAppEnrolment(deps, person, { code: typed, alongside })
      world.wait({ minutes: 1 })
      return { secret, codes }
    },
  }
}

export type SignInWorld = Awaited<ReturnType<typeof createSignInWorld>>
export type SignInBrowser = Awaited<ReturnType<SignInWorld['browse']>>

/** The cookies an answer sets, by name. */
export function cookiesOf(answer: { headers: Record<string, unknown> }): Record<string, string> {
  const lines = [answer.headers['set-cookie'] ?? []].flat().map(String)
  return Object.fromEntries(lines.map((line) => [line.split('=')[0] ?? '', line]))
}
