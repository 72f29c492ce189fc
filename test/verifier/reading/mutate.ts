/** A seeded generator of numbers from 0 up to 1 (mulberry32): the same inputs in every run. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Mutation = (sample: Buffer, random: () => number, other: Buffer) => Buffer

const below = (random: () => number, most: number): number => Math.floor(random() * most)
/** Where parsers keep their numbers: lengths, counts, places. */
const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff]
const PIECES = [
  '{"a":'.repeat(300),
  '['.repeat(5000),
  '<<'.repeat(100),
  '(('.repeat(500),
  '<g>'.repeat(500),
  '\0'.repeat(3000),
  ' 99999999 ',
  '/Length 999999999',
  '1 0 R',
  '9 0 obj<</EF<</F 9 0 R>>>>endobj',
  'endstream',
  '<!DOCTYPE svg [<!ENTITY a "aaaa">]>',
  '&a;',
  ']]>',
  'data:;base64,',
  '"\\ud800"',
  '\ufeff',
  '-1e999',
].map((piece) => Buffer.from(piece))

const MUTATIONS: readonly Mutation[] = [
  function flipBits(sample, random) {
    const copy = Buffer.from(sample)
    for (let count = 1 + below(random, 20); count > 0; count--) {
      const at = below(random, copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8))
    }
    return copy
  },
  function truncate(sample, random) {
    return sample.subarray(0, below(random, sample.length))
  },
  function cutOut(sample, random) {
    const from = below(random, sample.length)
    return Buffer.concat([sample.subarray(0, from), sample.subarray(from + below(random, 200))])
  },
  function splice(sample, random, other) {
    return Buffer.concat([
      sample.subarray(0, below(random, sample.length)),
      other.subarray(below(random, other.length)),
    ])
  },
  function repeat(sample, random) {
    const from = below(random, sample.length)
    const piece = sample.subarray(from, from + 1 + below(random, 400))
    const times = 1 + below(random, 60)
    return Buffer.concat([
      sample.subarray(0, from),
      ...Array.from({ length: times }, () => piece),
      sample.subarray(from),
    ])
  },
  function insert(sample, random) {
    const at = below(random, sample.length)
    const piece = PIECES[below(random, PIECES.length)] ?? Buffer.alloc(0)
    return Buffer.concat([sample.subarray(0, at), piece, sample.subarray(at)])
  },
  function overwriteNumber(sample, random) {
    const copy = Buffer.from(sample)
    if (copy.length >= 4)
      copy.writeUInt32BE(NUMBERS[below(random, NUMBERS.length)] ?? 0, below(random, copy.length - 3))
    return copy
  },
  function overwriteDigits(sample, random) {
    const text = sample.toString('latin1')
    const places = [...text.matchAll(/\d+/g)]
    const place = places[below(random, places.length)]
    if (place === undefined) return sample
    const number = String(NUMBERS[below(random, NUMBERS.length)])
    return Buffer.from(
      text.slice(0, place.index) + number + text.slice(place.index + place[0].length),
      'latin1',
    )
  },
]

/** One to three mutations of a sample. */
export function mutate(samples: readonly Buffer[], random: () => number): Buffer {
  const pick = (): Buffer => samples[below(random, samples.length)] ?? Buffer.alloc(0)
  let input = pick()
  for (let count = 1 + below(random, 3); count > 0 && input.length > 0; count--)
    input = (MUTATIONS[below(random, MUTATIONS.length)] ?? MUTATIONS[0])?.(input, random, pick()) ?? input
  return input
}
