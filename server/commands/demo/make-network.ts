import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { addMembership, createAccount, findAccountByEmail } from '../../access/accounts/index.ts'
import {
  createOrganisation,
  findOrganisationByName,
  type Organisation,
} from '../../access/organisations/index.ts'
import { listTrainings, recordTraining } from '../../access/trainings/index.ts'
import type { Services } from '../../compose.ts'
import { parseIsoDate, type IsoDate } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newCrockfordCode, type AccountId } from '../../kernel/ids.ts'
import { writeFileAtomically } from '../../platform/files/index.ts'
import { OPERATOR } from '../terminal.ts'
import { DEMO_HOME, DEMO_STAFF, DEMO_STRUCTURES, DEMO_TRAINING, type DemoPerson } from './demo-network.ts'

export interface DemoAccess {
  readonly password: string
}

const accessFile = z.object({ password: z.string() })

/** The demonstration's password: random, made once per data folder, kept beside the data. */
export async function demoAccess(dataDir: string): Promise<DemoAccess> {
  const path = join(dataDir, 'demo-access.json')
  const known = await readFile(path, 'utf8').catch(() => undefined)
  if (known !== undefined) return accessFile.parse(JSON.parse(known))
  const words = [newCrockfordCode(4), newCrockfordCode(4), newCrockfordCode(4)]
  const access = { password: words.join('-').toLowerCase() }
  await writeFileAtomically(path, JSON.stringify(access))
  return access
}

/** Structures and staff; what exists already is left as it is. Returns the trainer's account. */
export async function makeNetwork(
  services: Services,
  access: DemoAccess,
): Promise<{ home: Organisation; trainer: AccountId }> {
  for (const structure of DEMO_STRUCTURES)
    if ((await findOrganisationByName(services.db, structure.name)) === undefined)
      await createOrganisation(services, OPERATOR, structure)
  const home = await findOrganisationByName(services.db, DEMO_HOME)
  if (home === undefined) throw new AppError('not-found')
  const trainer = await makePerson(services, access, home, DEMO_STAFF.trainer)
  await makePerson(services, access, home, DEMO_STAFF.coordinator)
  if ((await listTrainings(services.db, [trainer])).length === 0)
    await recordTraining(services, OPERATOR, {
      ...DEMO_TRAINING,
      completedOn: dayOf(DEMO_TRAINING.completedOn),
      accountId: trainer,
      organisationId: home.id,
    })
  await makePerson(services, access, home, DEMO_STAFF.admin)
  return { home, trainer }
}

async function makePerson(
  services: Services,
  access: DemoAccess,
  home: Organisation,
  person: DemoPerson,
): Promise<AccountId> {
  const known = await findAccountByEmail(services.db, person.email)
  if (known !== undefined) return known.id
  const { email, name, admin = false, role } = person
  const account = await createAccount(services, OPERATOR, { email, name, admin, password: access.password })
  if (role !== undefined)
    await addMembership(services, OPERATOR, { accountId: account.id, organisationId: home.id, role })
  return account.id
}

function dayOf(text: string): IsoDate {
  const day = parseIsoDate(text)
  if (day === undefined) throw new AppError('unexpected')
  return day
}
