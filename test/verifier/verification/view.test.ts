import { expect, test } from 'vitest'
import { LOCALES } from '../../../server/kernel/locale.ts'
import { translator } from '../../../server/platform/i18n/index.ts'
import type { Check, Verdict } from '../../../server/vc/index.ts'
import { verificationReport, type VerifiedPage } from '../../../server/verifier/verification/index.ts'
import { verdictView } from '../../../server/verifier/verification/view.ts'

const VERDICTS: readonly Verdict[] = [
  'verified',
  'not-yet-valid',
  'expired',
  'suspended',
  'revoked',
  'superseded',
  'issuer-unknown',
  'not-authentic',
  'unverifiable-now',
  'private',
  'not-found',
]

const PASSED: readonly Check[] = [
  { name: 'proof', status: 'passed', code: 'ok' },
  { name: 'issuer', status: 'warning', code: 'issuer-unknown' },
]

function aPage(verdict: Verdict, checks: readonly Check[] = PASSED): VerifiedPage {
  return {
    verdict,
    checks,
    checkedAt: '2026-07-03T09:00:00Z',
    code: '7K3F9QXW2M4T',
    document: {
      id: 'https://elsewhere.example/1',
      type: ['VerifiableCredential'],
      name: 'Cuisiner pour vingt',
      issuer: { id: 'did:key:z6Mk', name: 'École de cuisine', email: 'bonjour@ecole.example' },
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2027-01-01T00:00:00Z',
      credentialSubject: { name: 'Noé Petit' },
    },
  }
}

test.each(LOCALES)('each of the verdicts has its own words, icon and next step (%s)', (locale) => {
  const views = VERDICTS.map((verdict) => verdictView(aPage(verdict), translator(locale), locale))
  for (const part of ['heading', 'sentence', 'proves', 'notProves', 'next', 'icon'] as const)
    expect(new Set(views.map((view) => view[part])).size, part).toBe(VERDICTS.length)
  for (const view of views)
    for (const text of [view.heading, view.sentence, view.proves, view.notProves, view.next])
      expect(text).not.toMatch(/[{}]|undefined|…/)
})

test('red is for forged and withdrawn alone', () => {
  const red = VERDICTS.filter((verdict) => verdictView(aPage(verdict), translator('fr'), 'fr').tone === 'red')
  expect(red).toEqual(['revoked', 'not-authentic'])
})

test('when the signature fails, nothing of the content is said, on the page or in the JSON', () => {
  const failed: readonly Check[] = [{ name: 'proof', status: 'failed', code: 'signature-invalid' }]
  const page = aPage('not-authentic', failed)
  for (const said of [verdictView(page, translator('fr'), 'fr'), verificationReport(page)])
    expect(JSON.stringify(said)).not.toMatch(/Noé|cuisine|Cuisiner|ecole/)
})

test.each<Verdict>(['revoked', 'suspended'])(
  'of a %s document the name and the content are not repeated',
  (verdict) => {
    const page = aPage(verdict)
    for (const said of [verdictView(page, translator('fr'), 'fr'), verificationReport(page)])
      expect(JSON.stringify(said)).not.toMatch(/Noé|Cuisiner/)
  },
)

test('of an issuer we do not know, the page sums up what is claimed and how to write to it', () => {
  const view = verdictView(aPage('issuer-unknown'), translator('fr'), 'fr')
  expect(view.claims).toMatchObject({
    title: 'Cuisiner pour vingt',
    issuer: 'École de cuisine',
    holder: 'Noé Petit',
  })
  expect(view.content).toBeUndefined()
  expect(view.contacts[0]?.href).toMatch(/^mailto:bonjour@ecole\.example\?subject=/)
})

test('an address that would smuggle headers into a mail is no address', () => {
  const page = aPage('issuer-unknown')
  const document = { ...page.document, issuer: { id: 'did:key:z6Mk', email: 'a@b.c?bcc=x@y.z' } }
  expect(verdictView({ ...page, document }, translator('fr'), 'fr').contacts).toEqual([])
})

test('an unanswered question names what was missing', () => {
  const open: readonly Check[] = [
    ...PASSED,
    { name: 'status', status: 'unavailable', code: 'status-list-unreachable' },
  ]
  expect(verdictView(aPage('unverifiable-now', open), translator('fr'), 'fr').because).toMatch(/retiré/)
})

test('an answer is promised only where somebody can be asked', () => {
  const t = translator('fr')
  const page = aPage('verified')
  expect(verdictView(page, t, 'fr').next).toBe(t('verdict.verified.next'))
  const mute = { ...page, document: { ...page.document, issuer: { id: 'did:key:z6Mk', name: 'École' } } }
  const alone = verdictView(mute, t, 'fr')
  expect([alone.contacts, alone.next]).toEqual([[], t('verdict.verified.nextAlone')])
})
