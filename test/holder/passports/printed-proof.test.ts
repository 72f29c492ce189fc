import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeSessionFiles } from '../../../server/commands/write-session-files.ts'
import { trustList } from '../../../server/issuer/compact-proofs/index.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import { verifyCompactProof } from '../../../server/vc/compact-proof/index.ts'
import { openNetwork, type Network } from '../../support/app-world.ts'
import { temporaryFolder } from '../../support/database.ts'
import { youngVisitor } from '../young-visitor.ts'
import { openPdf, readQrCodes } from './open-pdf.ts'

let network: Network
beforeAll(async () => {
  network = await openNetwork()
})
afterAll(() => network.close())

/** What the codes on a PDF's pages say to a telephone that never asks the server: one verdict a code with a proof. */
async function verdictsOn(pdf: Uint8Array): Promise<string[]> {
  const trust = await trustList(network.services)
  const verdicts: string[] = []
  for (const page of (await openPdf(pdf, 2.5)).pages)
    for (const text of await readQrCodes(page)) {
      const [address = '', digits = ''] = text.split('#')
      const judged = await verifyCompactProof(digits, address.slice(-12), trust, network.time.now)
      verdicts.push(`${judged.claims?.name ?? ''}: ${judged.verdict}`)
    }
  return verdicts.sort()
}

const HERS = 'Zéphyrine Quillévéré: verified'
const HIS = 'Hippolyte Kermadec: verified'

describe('the proof is in the code of every passport that is printed', () => {
  test('for a whole session', async () => {
    const trainer = await network.browse('trainer')
    const pdf = await trainer.open(`/sessions/${network.signed.sessionId}/passports.pdf`).buffer(true)
    expect(await verdictsOn(pdf.body as Buffer)).toEqual([HIS, HERS])
  })

  test('for one person, by their trainer', async () => {
    const trainer = await network.browse('trainer')
    const pdf = await trainer.open(`/passports/${network.passportCode}/passport.pdf`).buffer(true)
    expect([[HERS], [HIS]]).toContainEqual(await verdictsOn(pdf.body as Buffer))
  })

  test.each(['', '?form=booklet&lang=fr&with=de'])(
    'for themselves, from their own space (%j)',
    async (query) => {
      const phone = await youngVisitor(network, network.signed.learnerId)
      const pdf = await phone.file(`/me/passport.pdf${query}`)
      expect(await verdictsOn(pdf.body as Buffer)).toEqual([HERS])
    },
  )

  test('on the command line', async () => {
    const files = await writeSessionFiles(network.services, {
      sessionId: network.signed.sessionId,
      out: join(temporaryFolder(), 'out'),
      locale: 'fr',
    })
    const found = []
    for (const { file } of files.passports) found.push(...(await verdictsOn(readFileSync(file))))
    expect(found.sort()).toEqual([HIS, HERS])
  })

  test('in what somebody is given of all that is kept about them', async () => {
    const keeper = network.services.keepers.find(({ name }) => name === 'passports')
    const [section] = (await keeper?.exportOf(network.db, network.signed.learnerId as LearnerId)) ?? []
    const [french] = section?.files ?? []
    expect(await verdictsOn(french?.bytes ?? new Uint8Array())).toEqual([HERS])
  })
})

test('the code that a telephone shows stays short, so that another one reads it from a bad screen', async () => {
  const phone = await youngVisitor(network, network.signed.learnerId)
  // version 3: 29 modules and the quiet zone
  expect((await phone.open('/me/show')).text).toContain('viewBox="0 0 37 37"')
})

test('a minor whose guardian has not agreed is printed without the proof', async () => {
  const learner = network.db('learners').where({ id: network.signed.learnerId })
  await learner.clone().update({ birth_date: '2012-02-14' })
  const phone = await youngVisitor(network, network.signed.learnerId)
  const pdf = await phone.file('/me/passport.pdf')
  const { pages } = await openPdf(pdf.body as Buffer, 2.5)
  const texts = (await Promise.all(pages.map(readQrCodes))).flat()
  expect(texts.join()).toMatch(/^HTTP:\/\/PASSERELLE\.TEST\/V\/[0-9A-Z]{12}$/)
  await learner.clone().update({ birth_date: '2005-02-14' })
})
