import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findStaffActor } from '../../../server/access/accounts/index.ts'
import { recordTraining, listTrainings, trainingsBy } from '../../../server/access/trainings/index.ts'
import type { IsoDate } from '../../../server/kernel/clock.ts'
import { signSession } from '../../../server/records/assessments/index.ts'
import { openNetwork, OPERATOR, saidOn, type Network } from '../../support/app-world.ts'

const day = (text: string) => text as IsoDate
const RETURNING = {
  title: 'Accompagner le retour',
  provider: 'Agence Erasmus+',
  completedOn: day('2025-03-14'),
}

describe('what trainers were trained in', () => {
  let network: Network
  beforeAll(async () => {
    network = await openNetwork()
  })
  afterAll(() => network.close())

  const path = () => `/organisation/${network.home.slug}/trainings`

  it('is written down by a coordinator who saw the certificate, never by oneself', async () => {
    const { accounts } = network
    const coordinator = await network.browse('coordinator')
    const values = { accountId: accounts.trainer, ...RETURNING, hours: '14' }
    expect((await coordinator.send(path(), values)).status).toBe(303)
    expect(saidOn(await coordinator.open(path()))).toContain('Accompagner le retour')
    expect(saidOn(await (await network.browse('trainer')).open(path()))).toContain('14 heures')

    const own = await coordinator.send(path(), { ...values, accountId: accounts.coordinator })
    expect([own.status, saidOn(own).includes('ses propres formations')]).toEqual([422, true])
    const future = await coordinator.send(path(), { ...values, completedOn: '2027-01-01' })
    expect([future.status, future.text.includes('value="Accompagner le retour"')]).toEqual([422, true])
    expect((await coordinator.send(path(), { ...values, accountId: accounts.neighbour })).status).toBe(404)
    expect((await listTrainings(network.db, [accounts.trainer])).length).toBe(1)
  })

  it('stands on the verdict beside the name of who attests, as far as it came before', async () => {
    const { services, db, accounts, open, home } = network
    await recordTraining(services, OPERATOR, {
      ...RETURNING,
      title: 'Trop tard',
      completedOn: day('2026-07-03'),
      accountId: accounts.trainer,
      organisationId: home.id,
    })
    await db('trainings').where({ title: 'Trop tard' }).update({ completed_on: '2026-07-04' })
    const trainer = await findStaffActor(db, accounts.trainer)
    if (trainer === undefined) throw new Error('no trainer')
    await db('enrolments').where({ session_id: open.sessionId }).update({ attendance: 'present' })
    await signSession(services, trainer, { sessionId: open.sessionId })
    const { code } = (await db('credentials')
      .where({ session_id: open.sessionId, kind: 'competence' })
      .first()) as { code: string }
    const stranger = await network.browse()
    const said = saidOn(await stranger.open(`/v/${code}`))
    expect(said).toContain('formation : Accompagner le retour, Agence Erasmus+, mars 2025')
    expect(said).not.toContain('Trop tard')
    const report = (await stranger.open(`/v/${code}`, 'application/json')).body as { attestors: unknown }
    expect(report.attestors).toEqual([
      { issuer: expect.stringContaining('did:') as string, name: trainer.name, trainings: [RETURNING] },
    ])
    expect(await trainingsBy(db, accounts.trainer, day('2025-03-13'))).toEqual([])
    // taken off the record, it stands nowhere any more
    const [training] = await trainingsBy(db, accounts.trainer, day('2026-07-03'))
    const coordinator = await network.browse('coordinator')
    const lead = await network.browse('neighbourLead')
    const away = `/organisation/${network.away.slug}/trainings/${training?.id ?? ''}/remove`
    expect((await lead.send(away)).status).toBe(404)
    expect((await coordinator.send(`${path()}/${training?.id ?? ''}/remove`)).status).toBe(303)
    expect(saidOn(await stranger.open(`/v/${code}`))).not.toContain('Accompagner le retour')
  })

  it('says nothing of a session that no account signed', async () => {
    const stranger = await network.browse()
    const page = await stranger.open(`/v/${network.passportCode}`, 'application/json')
    expect(page.body).not.toHaveProperty('attestors')
  })
})
