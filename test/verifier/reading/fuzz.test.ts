import { afterAll, expect, test } from 'vitest'
import request from 'supertest'
import { openReader, type Reading } from '../../../server/verifier/reading/index.ts'
import { openApp } from '../../support/app-world.ts'
import { mutate, seeded } from './mutate.ts'
import { everyKindOfSample } from './samples.ts'

const INPUTS = 10_000
const OVER_HTTP = 300
/** As many at a time as threads and a short queue take. */
const BATCH = 12

const reader = openReader({ publicUrl: 'https://passerelle.test' })
afterAll(() => reader.close())

const KINDS = ['credential', 'jwt', 'link', 'open-badge-2', 'problem']
const wordOf = (reading: Reading): string => (reading.kind === 'problem' ? reading.code : reading.kind)

async function readAgain(input: Buffer, times = 3): Promise<Reading> {
  const reading = await reader.read(input)
  return wordOf(reading) === 'too-slow' && times > 1 ? readAgain(input, times - 1) : reading
}

test('ten thousand damaged files are all answered: none ends a thread, none takes its time', async () => {
  const samples = await everyKindOfSample()
  const random = seeded(20_261_122)
  const words = new Map<string, number>()
  const slow: Buffer[] = []
  for (let done = 0; done < INPUTS; done += BATCH) {
    const inputs = Array.from({ length: BATCH }, () => mutate(samples, random))
    const readings = await Promise.all(inputs.map((input) => reader.read(input)))
    for (const [index, reading] of readings.entries()) {
      expect(KINDS).toContain(reading.kind)
      if (wordOf(reading) === 'too-slow') slow.push(inputs[index] ?? Buffer.alloc(0))
      words.set(wordOf(reading), (words.get(wordOf(reading)) ?? 0) + 1)
    }
  }
  // whoever shares the machine with the other tests may be late; a file that takes too long takes it each time
  for (const input of slow) expect(wordOf(await readAgain(input))).not.toBe('too-slow')
  expect(words.get('busy')).toBeUndefined()
  // not all in vain: what was damaged where it does not matter is read all the same
  for (const word of ['credential', 'jwt', 'link', 'open-badge-2', 'damaged', 'picture-without-code'])
    expect(words.get(word) ?? 0).toBeGreaterThan(20)
}, 300_000)

test('and over HTTP none of them is our fault', async () => {
  const samples = await everyKindOfSample()
  const random = seeded(7)
  const { app, close } = await openApp()
  try {
    for (let count = 0; count < OVER_HTTP; count++) {
      const answer = await request(app)
        .post('/verify')
        .set({
          Accept: count % 2 === 0 ? 'application/json' : 'text/html',
          'X-Forwarded-For': `10.1.${count >> 8}.${count & 255}`,
        })
        .attach('file', mutate(samples, random), 'x')
      expect([200, 303, 422]).toContain(answer.status)
    }
  } finally {
    await close()
  }
}, 300_000)
