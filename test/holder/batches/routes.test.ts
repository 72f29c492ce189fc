import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type request from 'supertest'
import { makeBatches } from '../../../server/holder/batches/index.ts'
import { unpackZip } from '../../../server/platform/zip/index.ts'
import { openNetwork, saidOn, type Browser, type Network } from '../../support/app-world.ts'

let network: Network
let coordinator: Browser
let place: string

beforeAll(async () => {
  network = await openNetwork()
  coordinator = await network.browse('coordinator')
  place = `/organisation/${network.home.slug}/passports`
})
afterAll(() => network.close())

const GOOD = { scope: 'everybody', form: 'page', locale: 'fr', beside: '', output: 'people' }

async function makeAll(): Promise<void> {
  while (await makeBatches(network.services));
}

async function asked(values: Readonly<Record<string, string | string[]>>): Promise<string> {
  const answer = await coordinator.send(place, { ...GOOD, ...values })
  expect(answer.status).toBe(303)
  return String(answer.headers['location'])
}

const fetchFile = (path: string) => coordinator.agent.get(path).buffer(true).parse(binary)

function binary(response: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  const stream = response as unknown as NodeJS.ReadableStream
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.on('end', () => done(null, Buffer.concat(chunks)))
}

describe('asking for passports', () => {
  it('leads to the one structure somebody coordinates, and asks an administrator which', async () => {
    expect((await coordinator.open('/organisation/passports')).text).toContain(`action="${place}"`)
    const admin = await network.browse('admin')
    expect(saidOn(await admin.open('/organisation/passports'))).toContain('CFA de Brest')
    expect((await coordinator.open(`/organisation/${network.home.slug}/invitations`)).text).toContain(
      `href="${place}"`,
    )
    expect((await coordinator.open('/sessions')).text).toContain('href="/organisation/passports"')
    const trainer = await network.browse('trainer')
    expect((await trainer.open('/sessions')).text).not.toContain('/organisation/passports')
  })

  it('goes from the form to a ZIP of PDFs that bear people’s names, and tells how far it is', async () => {
    const page = await asked({})
    const waiting = await coordinator.open(page)
    expect(saidOn(waiting)).toContain('0 sur 2')
    expect((await coordinator.open(page, 'application/json')).body).toEqual({
      state: 'waiting',
      done: 0,
      total: 2,
    })
    expect((await coordinator.open(`${page}/passports.zip`)).status).toBe(404)
    await makeAll()
    const ready = await coordinator.open(page)
    expect(saidOn(ready)).toContain('Télécharger le dossier ZIP')
    expect(saidOn(ready)).toContain('10 juillet 2026')
    const zip = await fetchFile(`${page}/passports.zip`)
    expect(zip.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/zip' })
    expect(zip.headers['content-disposition']).toContain('passeports-2026-07-03.zip')
    const unpacked = unpackZip(zip.body as Buffer, {
      mostEntries: 9,
      mostBytes: 9_000_000,
      wants: () => true,
    })
    if (unpacked.state !== 'unpacked') throw new Error(unpacked.state)
    expect(unpacked.files.map(({ name }) => name)).toEqual([
      'Kermadec Hippolyte.pdf',
      'Quillévéré Zéphyrine.pdf',
    ])
    expect(Buffer.from(unpacked.files[0]?.bytes ?? []).toString('latin1')).toMatch(/^%PDF-1\.7/)
  })

  it('goes from chosen sessions to one PDF for the printer', async () => {
    const page = await asked({
      scope: 'sessions',
      sessions: [network.signed.sessionId],
      output: 'printer',
      form: 'booklet',
      beside: 'en',
    })
    await makeAll()
    const file = await fetchFile(`${page}/files/1`)
    expect(file.status).toBe(200)
    expect(file.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/pdf' })
    expect(Number(file.headers['content-length'])).toBe((file.body as Buffer).length)
    expect((await coordinator.open(`${page}/files/2`)).status).toBe(404)
    expect((await coordinator.open(`${page}/files/x`)).status).toBe(404)
    expect((await coordinator.open(`${page}/passports.zip`)).status).toBe(404)
    const events: unknown = await network
      .db('audit_events')
      .where({ action: 'passports.downloaded' })
      .pluck('details')
    expect((events as string[]).map((details) => JSON.parse(details) as unknown)).toEqual([
      { files: 2 },
      { file: 1 },
    ])
  })

  it('explains what is missing at its field, and keeps what was chosen', async () => {
    const values = {
      ...GOOD,
      scope: 'period',
      from: '03/07/2026',
      until: '01/07/2026',
      sessions: [network.signed.sessionId],
    }
    const page = await coordinator.send(place, { ...values, beside: 'fr' })
    expect(page.status).toBe(422)
    const said = saidOn(page)
    expect(said).toContain('La fin vient avant le début')
    expect(said).toContain('C’est déjà la première langue')
    expect(page.text).toContain('value="03/07/2026"')
    expect(page.text).toMatch(new RegExp(`value="${network.signed.sessionId}" checked`))
    for (const wrong of [
      { scope: 'sessions' },
      { scope: 'period' },
      { scope: 'x' },
      { form: 'x' },
      { output: 'x' },
      { beside: 'xx' },
    ])
      expect((await coordinator.send(place, { ...GOOD, ...wrong })).status).toBe(422)
    const none = await coordinator.send(place, {
      ...GOOD,
      scope: 'period',
      from: '2020-01-01',
      until: '2020-01-02',
    })
    expect(none.status).toBe(422)
    expect(saidOn(none)).toContain('Personne n’a de passeport signé')
  })

  it('can be stopped, gone on with and taken away', async () => {
    const page = await asked({})
    await coordinator.send(`${page}/cancel`)
    await makeAll()
    expect(saidOn(await coordinator.open(page))).toContain('La préparation est arrêtée à 0 sur 2')
    await coordinator.send(`${page}/resume`)
    await makeAll()
    expect(saidOn(await coordinator.open(page))).toContain('Prêt')
    expect((await coordinator.send(`${page}/delete`)).headers['location']).toBe(place)
    expect((await coordinator.open(`${page}/passports.zip`)).status).toBe(404)
    expect(saidOn(await coordinator.open(page))).toContain('Les fichiers de cette demande sont effacés')
  })

  it('is another structure’s in nothing: not by its address, not by the address of one’s own', async () => {
    const page = await asked({})
    const id = page.split('/').at(-1) ?? ''
    const lead = await network.browse('neighbourLead')
    expect((await lead.open(page)).status).toBe(404)
    expect((await lead.open(`/organisation/${network.away.slug}/passports/${id}`)).status).toBe(404)
    expect((await lead.send(`/organisation/${network.away.slug}/passports/${id}/delete`)).status).toBe(404)
    expect((await lead.open(`/organisation/${network.away.slug}/passports/${id}/passports.zip`)).status).toBe(
      404,
    )
  })
})
