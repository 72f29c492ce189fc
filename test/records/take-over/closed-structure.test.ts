import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createOrganisation } from '../../../server/access/organisations/index.ts'
import { closeStructure } from '../../../server/access/structure-life/index.ts'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import { signSession } from '../../../server/records/assessments/index.ts'
import { applyImport, readTable } from '../../../server/records/imports/index.ts'
import { createSession } from '../../../server/records/training-sessions/index.ts'
import { parseIsoDate } from '../../../server/kernel/clock.ts'
import { aLearner, aPassport, anAttendance } from '../../issuer/sample-awards.ts'
import { openNetwork, OPERATOR, saidOn, snapshot, type Network } from '../../support/app-world.ts'

let network: Network

beforeEach(async () => {
  network = await openNetwork({ publicUrl: 'https://passeport.example' })
  onTestFinished(() => network.close())
})

const close = () => closeStructure(network.services, OPERATOR, network.home.id)

describe('a structure that is closed', () => {
  it('takes no new session, no list and no signature, even from the operator', async () => {
    const { services, home, open } = network
    await close()
    const before = await snapshot(network)
    const day = parseIsoDate('2026-07-03')
    if (day === undefined) throw new Error('no day')
    const session = {
      organisationId: home.id,
      kind: 'return',
      title: 'Trop tard',
      startsOn: day,
      endsOn: day,
      locale: 'fr',
      competences: [],
    } as const
    const table = readTable(Buffer.from('Nom;Prénom\nAbgrall;Rozenn\n'))
    for (const refused of [
      () => createSession(services, OPERATOR, session),
      () =>
        applyImport(services, OPERATOR, { table, session: { kind: 'existing', sessionId: open.sessionId } }),
      () => signSession(services, OPERATOR, { sessionId: open.sessionId, attestedBy: 'Karim Le Goff' }),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'structure-closed' })
    expect(await snapshot(network)).toEqual(before)
  })

  it('still gets signed what was asked for before, and its DID document and status lists stay served', async () => {
    const { services, db, home } = network
    const learner = aLearner('Inès Benali')
    await db.transaction((trx) =>
      requestIssuance(trx, services, OPERATOR, [
        anAttendance(home.id, learner),
        aPassport(home.id, learner, 'passport-ines'),
      ]),
    )
    await close()
    expect(await completeIssuance(services)).toEqual({ signed: 2, failed: 0 })
    const reader = await network.browse()
    const did = await reader.open(`/orgs/${home.slug}/did.json`, 'application/json')
    expect(JSON.parse(did.text)).toMatchObject({ id: `did:web:passeport.example:orgs:${home.slug}` })
    const code = await db('credentials')
      .where({ learner_id: learner.id, kind: 'passport' })
      .first<{ code: string }>()
    const verdict = await reader.open(`/v/${code.code}`)
    expect(verdict.text).toContain('data-verdict="verified"')
    expect(saidOn(verdict)).toContain('(aujourd’hui : structure fermée)')
  })

  it('is not made again because an old list names it', async () => {
    const { services, away } = network
    await close()
    const before = await snapshot(network)
    const table = readTable(Buffer.from('Nom;Prénom;Structure\nAbgrall;Rozenn;Mission locale du Léon\n'))
    const session = {
      kind: 'new',
      sessionKind: 'return',
      locale: 'fr',
      organisationId: away.id,
      title: 'Vieille liste',
    } as const
    await expect(
      applyImport(services, OPERATOR, { table, session, createStructures: true }),
    ).rejects.toMatchObject({
      code: 'import-has-errors',
      problems: [{ message: 'imports.cellStructureUnknown' }],
    })
    expect(await snapshot(network)).toEqual(before)
  })

  it('gets no issuer any more when it had none', async () => {
    const { services } = network
    const young = await createOrganisation(services, OPERATOR, { name: 'Lycée de Morlaix', kind: 'lycee' })
    await closeStructure(services, OPERATOR, young.id)
    const reader = await network.browse()
    expect((await reader.open(`/orgs/${young.slug}/did.json`, 'application/json')).status).toBe(404)
  })

  it('thanks its people on the page they land on, and shows them none of its sessions', async () => {
    const karim = await network.browse('trainer')
    await close()
    const page = await karim.open('/sessions')
    expect(page.status).toBe(200)
    expect(saidOn(page)).toContain('Votre structure a fermé')
    expect(page.text).not.toContain('Retour ouvert')
    expect(page.text).not.toContain('href="/sessions/new"')
    expect((await karim.open(`/sessions/${network.open.sessionId}`)).status).toBe(404)
    // somebody who had left before is told nothing new
    expect(saidOn(await (await network.browse('leaver')).open('/sessions'))).not.toContain('a fermé')
  })
})
