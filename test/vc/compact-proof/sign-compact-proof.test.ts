import { describe, expect, test } from 'vitest'
import {
  MAX_NAME_BYTES,
  MAX_PROOF_BYTES,
  verifyCompactProof,
  type CompactClaims,
  type CompactSkill,
} from '../../../server/vc/compact-proof/index.ts'
import { fromDigits } from '../../../server/vc/compact-proof/digits.ts'
import { encodeQr, QUIET_ZONE } from '../../../server/platform/qr/index.ts'
import { CODE, NOW, claims, newCompactKey, seededRandom, trustIn } from './builders.ts'

const key = await newCompactKey()
const trust = await trustIn([key.entry])
const sizeOf = (digits: string): number => fromDigits(digits)?.length ?? 0

const VOICES = ['declared', 'attested', 'confirmed'] as const
const NAMES = [
  'Inès Benali',
  'Maëlle Dubois-Martin',
  'Trần Thị Phương Anh',
  'Zoé Petit',
  'Ελένη Παππά',
  'Jo Li',
]

/** Any passport of so many competences, as chance has it. */
function someClaims(random: () => number, skills: number, name: string, stays: number): CompactClaims {
  const upTo = (most: number): number => Math.floor(random() * most)
  return {
    code: CODE,
    name,
    issued: `20${26 + upTo(40)}-0${1 + upTo(9)}`,
    stays: Array.from({ length: stays }, () => ({
      country: 'DE',
      from: `20${20 + upTo(60)}-1${upTo(3)}`,
      months: upTo(24),
    })),
    skills: Array.from({ length: skills }, (): CompactSkill => {
      const of = random() < 0.5 ? 4 : 6
      return { number: upTo(128), level: 1 + upTo(of), of, voice: VOICES[upTo(3)] ?? 'declared' }
    }),
  }
}

describe('the size of a proof', () => {
  test('is at most 150 bytes for six competences, a usual name and two stays, and reads back as it was', async () => {
    const random = seededRandom(6)
    for (let trial = 0; trial < 200; trial++) {
      const said = someClaims(random, 6, NAMES[trial % NAMES.length] ?? '', 1 + (trial % 2))
      const digits = await key.proof(said)
      expect(sizeOf(digits)).toBeLessThanOrEqual(150)
      const read = await verifyCompactProof(digits, CODE, trust, new Date('2099-01-01T00:00:00Z'))
      expect(read).toMatchObject({ verdict: 'verified', claims: said })
    }
  })

  test('is at most 300 bytes for sixteen, the longest name and four stays', async () => {
    const random = seededRandom(16)
    for (let trial = 0; trial < 200; trial++) {
      const said = someClaims(random, 16, 'Ö'.repeat(MAX_NAME_BYTES / 2), 4)
      // numbers that no network will reach
      const skills = said.skills.map((skill) => ({ ...skill, number: 2 ** 14 - 1 }))
      const digits = await key.proof({ ...said, skills })
      expect(sizeOf(digits)).toBeLessThanOrEqual(MAX_PROOF_BYTES)
    }
  })

  test.each([
    [6, 'Maëlle Dubois-Martin', 1, 150],
    [16, 'Maximilienne-Alexandra de La Rochefoucauld-Montmorency', 2, 300],
  ])(
    'with %i competences prints within 45 mm at half a millimetre a module',
    async (skills, name, stays, most) => {
      const digits = await key.proof(someClaims(seededRandom(1), skills, name, stays))
      const { size } = encodeQr(`HTTPS://PASSERELLE.AUVERGNE.EXAMPL/V/${CODE}#${digits}`)
      expect(sizeOf(digits)).toBeLessThanOrEqual(most)
      expect((size + 2 * QUIET_ZONE) * 0.5).toBeLessThanOrEqual(45)
    },
  )
})

test('the longest proof prints within 45 mm behind an address of a hundred characters', async () => {
  const said = someClaims(seededRandom(2), 16, 'x'.repeat(MAX_NAME_BYTES), 4)
  const skills = said.skills.map((skill) => ({ ...skill, number: 2 ** 14 - 1 }))
  const digits = await key.proof({ ...said, skills })
  expect(sizeOf(digits)).toBe(236)
  const { size } = encodeQr(`HTTPS://${'A'.repeat(77)}/V/${CODE}#${digits}`)
  expect((size + 2 * QUIET_ZONE) * 0.5).toBeLessThanOrEqual(45)
})

describe('what cannot be written down is refused', () => {
  test.each<[string, Partial<CompactClaims>]>([
    ['a code of another length', { code: '7K3F9QXW2M4' }],
    ['a code with a letter that codes do not have', { code: '7K3F9QXW2M4U' }],
    ['no name', { name: '' }],
    ['a name beyond the limit', { name: 'x'.repeat(MAX_NAME_BYTES + 1) }],
    ['half a letter', { name: '\ud83c' }],
    ['a month there is not', { issued: '2026-13' }],
    ['a country in words', { stays: [{ country: 'Allemagne', from: '2026-03', months: 3 }] }],
    ['a stay of minus a month', { stays: [{ country: 'DE', from: '2026-03', months: -1 }] }],
    [
      'five stays',
      { stays: Array.from({ length: 5 }, () => ({ country: 'DE', from: '2026-03', months: 3 })) },
    ],
    ['a level above the highest', { skills: [{ number: 1, level: 5, of: 4, voice: 'attested' }] }],
    ['no level', { skills: [{ number: 1, level: 0, of: 4, voice: 'attested' }] }],
    ['a number beyond the limit', { skills: [{ number: 2 ** 14, level: 1, of: 4, voice: 'attested' }] }],
    ['a number below nothing', { skills: [{ number: -1, level: 1, of: 4, voice: 'attested' }] }],
    [
      'seventeen competences',
      {
        skills: Array.from({ length: 17 }, (): CompactSkill => ({
          number: 1,
          level: 1,
          of: 4,
          voice: 'attested',
        })),
      },
    ],
  ])('%s', async (_, changes) => {
    await expect(key.proof(claims(changes))).rejects.toMatchObject({ reason: 'credential-invalid' })
  })
})

test('a competence keeps its number, level and voice at the limits of what is written down', async () => {
  const skills = [0, 1, 127, 128, 1000, 2 ** 14 - 1].flatMap((number) =>
    [1, 8].map((level): CompactSkill => ({
      number,
      level,
      of: 8,
      voice: level === 1 ? 'declared' : 'confirmed',
    })),
  )
  const digits = await key.proof(claims({ skills }))
  expect((await verifyCompactProof(digits, CODE, trust, NOW)).claims?.skills).toEqual(skills)
})

test('the same words with the same key make the same digits: Ed25519 is deterministic', async () => {
  expect(await key.proof(claims())).toBe(await key.proof(claims()))
})
