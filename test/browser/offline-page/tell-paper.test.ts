import { describe, expect, it } from 'vitest'
import { tellPaper, type Judged } from '../../../browser/offline-page/tell-paper.ts'
import { speaker } from '../../../browser/parts/words.ts'
import type { Language } from '../../../server/kernel/locale.ts'
import { LANGUAGES } from '../../../server/kernel/locale.ts'
import { hereWords } from '../../../server/verifier/device/device-words.ts'

const KEY = {
  id: '00000000',
  x: '',
  issuer: 'Mission locale',
  email: 'ici@mission.example',
  state: 'active',
} as const
const CLAIMS = {
  code: '7K3F9QXW2M4T',
  name: 'Inès Benali',
  issued: '2026-07',
  stays: [{ country: 'DE', from: '2026-03', months: 3 }],
  skills: [
    { number: 1, level: 3, of: 4, voice: 'confirmed' as const },
    { number: 99, level: 2, of: 6, voice: 'attested' as const },
  ],
}
const NAMES = {
  1: { name: 'Travailler en équipe', levels: ['aidé', 'seul', 'avec initiative', 'le transmet'] },
}
const KNOWN = new Date('2026-07-10T12:00:00Z')

const tell = (judged: Judged, now = KNOWN, language: Language = 'fr', knownAt: Date | undefined = KNOWN) =>
  tellPaper(judged, { say: speaker(hereWords(language)), language, names: NAMES, knownAt, now })
const genuine = (verdict: Judged['verdict'], reason?: Judged['reason']): Judged => ({
  verdict,
  ...(reason === undefined ? {} : { reason }),
  claims: CLAIMS,
  key: KEY,
})

describe('what a device without network tells of a paper', () => {
  it('tells who, what, where and who says so, and how old what it knows is', () => {
    const told = tell(genuine('verified'))
    expect(told).toMatchObject({ verdict: 'verified', tone: 'green', old: '' })
    expect(told.sentence).toContain('Mission locale en juillet 2026')
    expect(told.known).toContain('10 juillet 2026')
    expect(told.content).toMatchObject({
      holder: 'Inès Benali',
      stays: ['Allemagne · 3\u00a0mois · mars 2026'],
      email: 'ici@mission.example',
    })
    expect(told.content?.skills).toEqual([
      { name: 'Travailler en équipe', level: 3, of: 4, words: 'avec initiative', voice: 'confirmed' },
      { name: 'Compétence nº\u00a099', level: 2, of: 6, words: 'niveau 2 sur 6', voice: 'attested' },
    ])
  })

  it('warns from the thirty-first day, and not before', () => {
    const after = (days: number) => new Date(KNOWN.getTime() + days * 86_400_000)
    expect(tell(genuine('verified'), after(30)).old).toBe('')
    expect(tell(genuine('verified'), new Date(after(30).getTime() + 1)).old).toContain('30 jours')
  })

  it('tells nothing of what was withdrawn, is on hold or is not authentic; of an older version it tells it is older', () => {
    for (const verdict of ['revoked', 'suspended'] as const) {
      const told = tell(genuine(verdict, verdict))
      expect(told.content).toBeUndefined()
      expect(JSON.stringify({ ...told, notProves: '' })).not.toContain('Inès')
    }
    expect(tell({ verdict: 'not-authentic', reason: 'signature' }).content).toBeUndefined()
    const older = tell(genuine('superseded', 'superseded'))
    expect(older.content?.holder).toBe('Inès Benali')
    // a newer one there may be, or a competence of it was withdrawn: it tells neither which
    expect([older.folded, older.title]).toEqual([true, 'Ce papier n’est plus à jour'])
    expect(tell(genuine('verified')).folded).toBe(false)
  })

  it('holds a code that was misread against nobody', () => {
    const told = tell({ verdict: 'not-authentic', reason: 'not-readable' })
    expect(told).toMatchObject({ verdict: 'unverifiable-now', tone: 'slate' })
    expect(told.because).toContain('illisible')
    expect(tell({ verdict: 'not-authentic', reason: 'other-code' }).tone).toBe('red')
  })

  it('says that a paper without proof needs network, and never that it is false', () => {
    const told = tell({ verdict: 'unverifiable-now', reason: 'no-digits' })
    expect(told).toMatchObject({ tone: 'slate', title: 'Il faut du réseau pour ce papier-ci' })
  })

  it.each([
    'key-unknown',
    'no-keys',
    'trust-not-readable',
    'no-ed25519',
    'not-readable',
    'other-code',
  ] as const)('says what %s means', (reason) => {
    const verdict = ['not-readable', 'other-code'].includes(reason) ? 'not-authentic' : 'unverifiable-now'
    expect(tell({ verdict, reason }).because).not.toBe('')
  })

  it('names a key that is no longer safe for what it is', () => {
    const told = tell({ verdict: 'not-authentic', reason: 'key-compromised', key: KEY })
    expect(told.title).not.toBe(tell({ verdict: 'not-authentic', reason: 'signature' }).title)
  })

  it.each(LANGUAGES)('leaves no blank open in %s, whatever it tells', (language) => {
    const all: Judged[] = [
      genuine('verified'),
      genuine('not-yet-valid', 'future'),
      genuine('suspended', 'suspended'),
      genuine('superseded', 'superseded'),
      genuine('revoked', 'revoked'),
      { verdict: 'not-authentic', reason: 'signature' },
      { verdict: 'not-authentic', reason: 'key-compromised', key: KEY },
      { verdict: 'unverifiable-now', reason: 'no-digits' },
      { verdict: 'unverifiable-now', reason: 'key-unknown' },
    ]
    for (const judged of all) {
      const { content, known, old, because, ...always } = tell(judged, KNOWN, language)
      expect(JSON.stringify([content, known, old, because, always])).not.toMatch(/\{\w+\}/)
      for (const text of Object.values(always)) expect(text).not.toBe('')
    }
  })

  it('writes to nobody whose address could be more than an address', () => {
    const key = { ...KEY, email: 'a@b.example?bcc=c@d.example' }
    expect(tell({ ...genuine('verified'), key }).content?.email).toBe('')
  })
})
