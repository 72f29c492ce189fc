import { describe, expect, it } from 'vitest'
import {
  PAIRS,
  phoneSays,
  TONES,
  type Meeting,
  type PhoneSays,
  type ServerSays,
} from '../../../browser/paper-proof/pairs.ts'
import { LANGUAGES } from '../../../server/kernel/locale.ts'
import { translator } from '../../../server/platform/i18n/index.ts'
import type { CompactClaims, CompactResult } from '../../../server/vc/compact-proof/index.ts'

const SERVERS = Object.keys(PAIRS) as ServerSays[]
const STANDINGS: readonly PhoneSays[] = ['good', 'revoked', 'suspended', 'superseded', 'future']
const HELD = SERVERS.filter((said) => !['not-found', 'not-authentic', 'erased'].includes(said))
/** The server found out. */
const ANSWERED = SERVERS.filter((said) => said !== 'unverifiable-now')
const NOT_HELD: readonly ServerSays[] = ['not-found', 'not-authentic', 'erased']

/** [what the server says, what the phone found, what is said of both]: every pair there is. */
const EXPECTED: readonly (readonly [readonly ServerSays[], readonly PhoneSays[], Meeting])[] = [
  [['verified'], ['good'], 'agree'],
  [['verified'], ['future'], 'clock'],
  [['verified'], ['revoked', 'suspended'], 'differ'],
  [['verified'], ['superseded'], 'original'],
  [['not-yet-valid', 'expired', 'suspended', 'superseded', 'revoked'], STANDINGS, 'original'],
  [['issuer-unknown', 'unverifiable-now'], ['good'], 'alone'],
  [['issuer-unknown', 'unverifiable-now'], ['revoked', 'suspended'], 'differ'],
  [['issuer-unknown', 'unverifiable-now'], ['superseded'], 'original'],
  [['issuer-unknown'], ['future'], 'original'],
  [['unverifiable-now'], ['future'], 'clock'],
  [['private'], STANDINGS, 'private'],
  [['not-authentic'], STANDINGS, 'refused'],
  [['not-found'], STANDINGS, 'missing'],
  [['erased'], STANDINGS, 'erased'],
  [HELD, ['signature', 'key-retired-before'], 'forged'],
  [HELD, ['key-compromised'], 'old-key'],
  [HELD, ['key-unknown'], 'unknown-key'],
  [NOT_HELD, ['signature', 'key-retired-before', 'key-compromised', 'key-unknown'], 'neither'],
  [SERVERS, ['other-code'], 'other-code'],
  [SERVERS, ['other-name'], 'other-name'],
  [SERVERS, ['not-readable'], 'damaged'],
  [ANSWERED, ['no-ed25519'], 'cannot'],
  [ANSWERED, ['no-keys', 'trust-not-readable'], 'no-keys'],
  [['unverifiable-now'], ['no-ed25519', 'no-keys', 'trust-not-readable'], 'nobody'],
]

describe('how the server’s verdict and the phone’s meet', () => {
  const pairs = EXPECTED.flatMap(([servers, phones, meeting]) =>
    servers.flatMap((server) => phones.map((phone) => [server, phone, meeting] as const)),
  )

  it.each(pairs)('the server says %s, the phone %s: %s', (server, phone, meeting) => {
    expect(PAIRS[server][phone]).toBe(meeting)
  })

  it('leaves no pair out, and expects none twice', () => {
    const all = SERVERS.flatMap((server) => Object.keys(PAIRS[server]).map((phone) => `${server} ${phone}`))
    expect(pairs.map(([server, phone]) => `${server} ${phone}`).toSorted()).toEqual(all.toSorted())
  })

  it('never says all is well of a paper whose signature does not hold, nor alarms over one that is only not read', () => {
    for (const server of SERVERS)
      for (const [phone, meeting] of Object.entries(PAIRS[server])) {
        if (phone !== 'good') expect(TONES[meeting]).not.toBe('success')
        if (['no-ed25519', 'no-keys', 'trust-not-readable'].includes(phone))
          expect(TONES[meeting]).toBe('info')
        if (['signature', 'other-code', 'other-name'].includes(phone)) expect(TONES[meeting]).toBe('danger')
      }
  })

  it.each(LANGUAGES)('has words for each, in %s', (language) => {
    const t = translator(language)
    for (const meeting of Object.keys(TONES) as Meeting[]) {
      expect(t(`phone.${meeting}.title`)).not.toBe('')
      if (meeting !== 'agree') expect(t(`phone.${meeting}.text`)).not.toBe('')
    }
  })
})

describe('what the phone found, in one word', () => {
  const claims = (name: string): CompactClaims => ({
    code: '7K3F9QXW2M4T',
    name,
    issued: '2026-07',
    stays: [],
    skills: [],
  })
  const verified = (name: string): CompactResult => ({ verdict: 'verified', claims: claims(name) })

  it('is good where the signature holds and the name is the one the server shows', () => {
    expect(phoneSays(verified('Inès Benali'), 'Inès Benali')).toBe('good')
    // the same letters, written in another way (Unicode normalisation)
    expect(phoneSays(verified('Inès Benali'), 'Ine\u0300s Benali')).toBe('good')
  })

  it('is another name where it is another; a name that was too long for the paper is not', () => {
    expect(phoneSays(verified('Inès Martin'), 'Inès Benali')).toBe('other-name')
    expect(phoneSays(verified('Inès de la…'), 'Inès de la Tour')).toBe('good')
    expect(phoneSays(verified('…'), 'Inès de la Tour')).toBe('good')
  })

  it('compares no name where the server shows none: a private passport’s is not told by the phone', () => {
    expect(phoneSays(verified('Inès Benali'), '')).toBe('good')
  })

  it('is the reason where there is one, and without keys says so', () => {
    expect(phoneSays({ verdict: 'not-authentic', reason: 'signature' }, 'Inès Benali')).toBe('signature')
    expect(phoneSays({ verdict: 'revoked', reason: 'revoked', claims: claims('A') }, '')).toBe('revoked')
    expect(phoneSays({ verdict: 'unverifiable-now' }, '')).toBe('no-keys')
  })
})
