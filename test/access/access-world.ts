import { join } from 'node:path'
import { createAccount, addMembership, findStaffActor } from '../../server/access/accounts/index.ts'
import { createLogin, type Admission } from '../../server/access/login/index.ts'
import { createOrganisation, type Organisation } from '../../server/access/organisations/index.ts'
import { createSeal } from '../../server/access/sealing/index.ts'
import type { SecondFactorPolicy } from '../../server/access/second-factor/index.ts'
import type { AccountId } from '../../server/kernel/ids.ts'
import type { OrganisationRole, StaffActor, SystemActor } from '../../server/kernel/roles.ts'
import type { Db } from '../../server/platform/db/index.ts'
import { createLogger } from '../../server/platform/log/index.ts'
import type { Mail } from '../../server/platform/mail/index.ts'
import { createViews } from '../../server/platform/views/index.ts'
import { openTestDatabase } from '../support/database.ts'

export const OPERATOR: SystemActor = { kind: 'system', name: 'test' }
export const PASSWORD = 'bruine phare tricot lundi'

/** A network of two structures with their people, a clock that only the test moves, and a mailbox to read. */
export async function createWorld() {
  const db = await openTestDatabase()
  const time = { now: new Date('2026-06-30T08:00:00Z') }
  const clock = { now: () => time.now }
  const mailbox: Mail[] = []
  const mailServer = { isUp: true }
  const deps = {
    db,
    clock,
    mailer: {
      send: (mail: Mail) => {
        if (!mailServer.isUp) return Promise.reject(new Error('connection refused'))
        mailbox.push(mail)
        return Promise.resolve()
      },
    },
    views: createViews(
      join(import.meta.dirname, '..', '..', 'templates'),
      join(import.meta.dirname, '..', '..', 'browser'),
    ),
    log: createLogger('silent'),
    publicUrl: 'http://passerelle.test',
    secondFactorPolicy: 'optional' as SecondFactorPolicy,
    totpSeal: createSeal(new Uint8Array(32).fill(7)),
    recoveryKey: new Uint8Array(32).fill(9),
    platformName: 'Passerelle',
  }
  const quimper = await createOrganisation(deps, OPERATOR, {
    name: 'Mission locale de Quimper',
    kind: 'mission-locale',
  })
  const brest = await createOrganisation(deps, OPERATOR, { name: 'CFA de Brest', kind: 'cfa' })
  return {
    ...deps,
    deps,
    mailbox,
    mailServer,
    login: createLogin(deps),
    quimper,
    brest,
    coordinator: await person(deps, 'Maëlle Kerdoncuff', quimper, 'coordinator'),
    trainer: await person(deps, 'Karim Le Goff', quimper, 'trainer'),
    neighbour: await person(deps, 'Anne Cariou', brest, 'coordinator'),
    admin: await person(deps, 'Soizic Le Bihan'),
    /** Moves the clock. */
    wait: (duration: { hours?: number; minutes?: number; days?: number }): void => {
      const { days = 0, hours = 0, minutes = 0 } = duration
      time.now = new Date(time.now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000)
    },
    /** The link of the newest mail. */
    mailedToken: () => /\/(?:invitations|reset)\/([\w-]+)$/m.exec(mailbox.at(-1)?.text ?? '')?.[1] ?? 'none',
  }
}

export type World = Awaited<ReturnType<typeof createWorld>>

async function person(
  deps: { db: Db; clock: { now(): Date } },
  name: string,
  organisation?: Organisation,
  role: OrganisationRole = 'trainer',
): Promise<StaffActor> {
  const [first = ''] = name.toLowerCase().split(' ')
  const account = await createAccount(deps, OPERATOR, {
    email: `${first.normalize('NFKD').replace(/\p{M}/gu, '')}@exemple.fr`,
    name,
    admin: organisation === undefined,
  })
  if (organisation)
    await addMembership(deps, OPERATOR, { accountId: account.id, organisationId: organisation.id, role })
  return requireActor(deps.db, account.id)
}

/** The session of somebody who was let in at once. */
export function sessionOf(admission: Admission): string {
  if (!('session' in admission)) throw new Error('a second factor is asked')
  return admission.session
}

/** Somebody with the roles that hold now. */
export async function requireActor(db: Db, id: AccountId): Promise<StaffActor> {
  const actor = await findStaffActor(db, id)
  if (actor === undefined) throw new Error('nobody has this account')
  return actor
}
