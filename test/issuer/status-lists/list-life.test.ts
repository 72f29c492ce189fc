import express from 'express'
import { pino } from 'pino'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import { revokeCredential, suspendCredential } from '../../../server/issuer/revocation/index.ts'
import { statusListRoutes } from '../../../server/issuer/status-lists/index.ts'
import { readStatusEntries, type JsonObject } from '../../../server/vc/index.ts'
import { requestLog } from '../../../server/platform/http/index.ts'
import { snapshot } from '../../support/app-world.ts'
import {
  aLearner,
  anAttendance,
  aStructure,
  openWorld,
  storedCredentials,
  SYSTEM,
  verifyStored,
} from '../issuing-world.ts'
import { serveRoutes } from '../serve-routes.ts'

const BOTH = ['revocation', 'suspension'] as const

describe('a status list that is full', () => {
  it('is followed by a new one of the same purpose, and goes on speaking of its own', async () => {
    const world = { ...(await openWorld()), statusPurposes: BOTH, listCapacity: 5 }
    const structure = await aStructure(world.db)
    const awards = Array.from({ length: 12 }, (_, at) => anAttendance(structure, aLearner(`Jeune ${at}`)))
    await world.db.transaction((trx) => requestIssuance(trx, world, SYSTEM, awards))
    await completeIssuance(world)

    for (const purpose of BOTH) {
      const lists = world.db('status_lists').where({ purpose })
      const [full, open] = [lists.clone().whereNotNull('full_at'), lists.clone().whereNull('full_at')]
      expect([purpose, await full.pluck('allocated'), await open.pluck('allocated')]).toEqual([
        purpose,
        [5, 5],
        [2],
      ])
      expect(new Set((await lists.clone().pluck('length')) as number[])).toEqual(new Set([131_072]))
    }
    const credentials = await storedCredentials(world.db)
    for (const { signed } of credentials) expect((await verifyStored(world, signed)).verdict).toBe('verified')
    const early = credentials.find(({ signed }) => usesList(signed, 0))
    await revokeCredential(world, SYSTEM, { credential: early?.id ?? '', reason: 'other' })
    expect((await verifyStored(world, early?.signed)).verdict).toBe('revoked')

    function usesList(signed: string | null, at: number): boolean {
      return signed !== null && readStatusEntries(JSON.parse(signed) as JsonObject)[at]?.kind === 'entry'
    }
  })
})

describe('whoever asks for a status list', () => {
  it('tells us nothing of the credential in question: one address for all, the same answer, no trace', async () => {
    const world = { ...(await openWorld()), statusPurposes: BOTH }
    const structure = await aStructure(world.db)
    const awards = Array.from({ length: 4 }, (_, at) => anAttendance(structure, aLearner(`Jeune ${at}`)))
    await world.db.transaction((trx) => requestIssuance(trx, world, SYSTEM, awards))
    await completeIssuance(world)
    const credentials = await storedCredentials(world.db)
    await suspendCredential(world, SYSTEM, { credential: credentials[0]?.id ?? '', reason: 'other' })

    const lines: string[] = []
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
    const measured = (request: object): void => void lines.push(JSON.stringify(request))
    const deps = { ...world, log }
    const app = express()
      .use(requestLog(log, measured))
      .use(serveRoutes(statusListRoutes(deps)))
    // what a verifier reads in each credential to know where to ask
    const asked = credentials.map(({ signed }) =>
      readStatusEntries(JSON.parse(signed ?? '') as JsonObject).flatMap((one) =>
        one.kind === 'entry' ? [one.entry] : [],
      ),
    )
    for (const at of [0, 1]) {
      const urls = new Set(asked.map((entries) => entries[at]?.listUrl))
      expect(urls.size).toBe(1)
      const path = new URL([...urls][0] ?? '').pathname
      const first = await request(app).get(path).expect(200)
      const before = await snapshot(world)
      for (const entries of asked) {
        const { date: _, ...headers } = first.headers
        // some verifiers send the fragment or the index along: neither changes the answer nor is kept
        const again = await request(app).get(`${path}?index=${entries[at]?.index}`).expect(200)
        expect([again.text, { ...again.headers, date: undefined }]).toEqual([
          first.text,
          { ...headers, date: undefined },
        ])
      }
      expect(await snapshot(world)).toEqual(before)
      expect(lines.join('')).not.toContain(path.split('/').at(-1))
    }
    const written = lines.join('')
    expect(lines).toHaveLength(20)
    expect(written).toContain('"route":"/status/:id"')
    for (const { code, id, learner_id } of credentials)
      for (const trace of [code, id, learner_id]) expect(written).not.toContain(trace)
    // an index of few digits may be part of a duration
    for (const { index } of asked.flat()) if (index > 9999) expect(written).not.toContain(`${index}`)
  })
})
