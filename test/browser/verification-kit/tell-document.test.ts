import { describe, expect, it } from 'vitest'
import { tellDocument } from '../../../browser/verification-kit/tell-document.ts'
import type { JsonObject, VerificationResult } from '../../../server/vc/index.ts'

const VERIFIED: VerificationResult = { verdict: 'verified', checks: [] }
const level = (code: string): JsonObject => ({ id: `#attested-${code}`, level: code, name: `niveau ${code}` })

function competence(levels: JsonObject[]): JsonObject {
  const resultDescription = { id: 'https://x.example/EQUIPE#attested', rubricCriterionLevel: levels }
  return {
    name: 'Travailler en équipe',
    credentialSubject: {
      name: 'Inès Martin',
      achievement: { achievementType: 'Competency', name: 'Travailler en équipe', resultDescription },
      result: { resultDescription: resultDescription.id, achievedLevel: '#attested-3' },
    },
  }
}

const four = ['1', '2', '3', '4'].map(level)

describe('what the kit tells of a document', () => {
  it('counts each level once, however often a holder wrote it', () => {
    const said = { voice: 'attested', level: '3', max: 4, words: 'niveau 3' }
    expect(tellDocument(competence(four), VERIFIED).skills[0]?.said).toEqual([said])
    expect(tellDocument(competence([...four, level('4')]), VERIFIED).skills[0]?.said).toEqual([said])
  })

  it('names every person it is about, whichever stands first', () => {
    const [alice, bob] = [{ name: 'Alice' }, { name: 'Bob' }]
    for (const credentialSubject of [
      [alice, bob],
      [bob, alice],
    ])
      expect(tellDocument({ credentialSubject }, VERIFIED).holder).toBe('Alice, Bob')
  })
})
