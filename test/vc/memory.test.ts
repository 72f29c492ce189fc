import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { canonicalisationCounts, createVerificationCache, verifyCredential } from '../../server/vc/index.ts'
import { competence, newKey, sign, verifyOptions } from './builders.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Bytes that are still needed once everything that is not was thrown away. */
function heapInUse(): number {
  collectGarbage()
  collectGarbage()
  return process.memoryUsage().heapUsed
}

const MEGABYTE = 1024 * 1024
const key = await newKey()
const badge = (number: number) =>
  sign(competence(key.did, { id: `urn:x:${number}`, name: `Compétence ${number}` }), key)

describe('memory', () => {
  test('stays as it is while 5,000 credentials are signed', async () => {
    for (let number = 0; number < 500; number += 1) await badge(number)
    const { plans } = canonicalisationCounts()
    const before = heapInUse()
    for (let number = 0; number < 5000; number += 1) await badge(number)
    expect(heapInUse() - before).toBeLessThan(3 * MEGABYTE)
    expect(canonicalisationCounts().plans).toBe(plans)
  })

  test('stays within the bounds of the cache while thousands are verified', async () => {
    const cache = createVerificationCache({ maxBytes: MEGABYTE })
    for (let number = 0; number < 300; number += 1)
      await verifyCredential(await badge(number), verifyOptions({ cache }))
    const before = heapInUse()
    for (let number = 300; number < 2300; number += 1) {
      await verifyCredential(await badge(number), verifyOptions({ cache }))
    }
    expect(heapInUse() - before).toBeLessThan(3 * MEGABYTE)
    expect(cache.counts().bytes).toBeLessThan(MEGABYTE)
  })
})
