import { expect, it } from 'vitest'
import { erasePerson } from '../../../server/access/personal-data/index.ts'
import {
  makeBatches,
  requestBatch,
  type BatchFolder,
  type BatchId,
} from '../../../server/holder/batches/index.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import { openNetwork, OPERATOR, saidOn, type Network } from '../../support/app-world.ts'
import { openPdf } from '../passports/open-pdf.ts'

const ask = ({ services, home }: Network, output: 'printer' | 'people'): Promise<BatchId> =>
  requestBatch(services, OPERATOR, {
    organisationId: home.id,
    about: { scope: 'everybody' },
    print: { form: 'page', locale: 'fr' },
    output,
  })

async function makeAll(
  { services }: Network,
  batchFolder: BatchFolder = services.batchFolder,
): Promise<void> {
  while (await makeBatches({ ...services, batchFolder }));
}

const erase = ({ services, signed }: Network) =>
  erasePerson(services, OPERATOR, { learnerId: signed.learnerId as LearnerId, invalidateCopies: false })

async function namesOf({ db }: Network, id: BatchId): Promise<(string | null)[]> {
  const names: unknown = await db('passport_batch_files')
    .where({ batch_id: id })
    .orderBy('number')
    .pluck('file')
  return names as (string | null)[]
}

it('takes a printer’s file away at once, and makes it again without the person', async () => {
  const network = await openNetwork()
  const { services, home } = network
  const id = await ask(network, 'printer')
  await makeAll(network)
  const coordinator = await network.browse('coordinator')
  const page = `/organisation/${home.slug}/passports/${id}`
  expect((await coordinator.open(`${page}/files/1`)).status).toBe(200)

  await erase(network)
  expect(await services.batchFolder.list(id)).toEqual([])
  expect((await coordinator.open(`${page}/files/1`)).status).toBe(404)

  await makeAll(network)
  const [name] = await namesOf(network, id)
  expect((await openPdf(await services.batchFolder.read(id, name ?? ''))).pages.length).toBe(1)
  const said = saidOn(await coordinator.open(page))
  expect(said).toContain('Une personne a été effacée')
  expect(said).not.toContain('Zéphyrine')
  await network.close()
})

it('takes the person’s own file away, and leaves those of the others as they are', async () => {
  const network = await openNetwork()
  const id = await ask(network, 'people')
  await makeAll(network)
  const before = await namesOf(network, id)
  await erase(network)
  const after = await namesOf(network, id)
  expect(after.filter((name) => name !== null).length).toBe(1)
  expect(before).toContain(after.find((name) => name !== null))
  expect(await network.services.batchFolder.list(id)).toEqual(after.filter((name) => name !== null))
  const row: unknown = await network.db('passport_batches').where({ id }).first('finished_at')
  expect(row).toMatchObject({ finished_at: expect.any(String) as string })
  await network.close()
})

it.each(['printer', 'people'] as const)(
  'also counts while the passport is being printed (%s)',
  async (output) => {
    const network = await openNetwork()
    const { services } = network
    const id = await ask(network, output)
    let erased: Promise<unknown> | undefined
    const folder: BatchFolder = {
      ...services.batchFolder,
      async write(batch, number, bytes) {
        // printed already, and not yet written down
        erased ??= erase(network)
        await erased
        return services.batchFolder.write(batch, number, bytes)
      },
    }
    await makeAll(network, folder)
    const names = (await namesOf(network, id)).filter((name) => name !== null)
    expect(names.length).toBe(1)
    expect((await openPdf(await services.batchFolder.read(id, names[0] ?? ''))).pages.length).toBe(1)
    expect(await services.batchFolder.list(id)).toEqual(names)
    await network.close()
  },
)
