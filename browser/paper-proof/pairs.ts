import type { Verdict } from '../../server/vc/index.ts'
import type { CompactReason, CompactResult } from '../../server/vc/compact-proof/index.ts'

/** What the server's page says; `erased` is a `not-found` of which that much is known. */
export type ServerSays = Verdict | 'erased'

/** What the phone found: `good`, its signature holding; or why it cannot simply say so. */
export type PhoneSays = 'good' | 'other-name' | 'no-keys' | CompactReason

/** How the two meet: the keys of `phone.<meeting>.title` and `.text`, each with its tone. */
export const TONES = {
  agree: 'success',
  original: 'info',
  private: 'info',
  erased: 'info',
  alone: 'info',
  clock: 'info',
  cannot: 'info',
  nobody: 'info',
  'no-keys': 'info',
  missing: 'warning',
  refused: 'warning',
  differ: 'warning',
  damaged: 'warning',
  'old-key': 'warning',
  'unknown-key': 'warning',
  forged: 'danger',
  'other-code': 'danger',
  'other-name': 'danger',
  neither: 'danger',
} as const
export type Meeting = keyof typeof TONES

type Row = Readonly<Record<PhoneSays, Meeting>>

/** A document that the server has: a paper that is not the one signed is told from it. */
const HELD: Row = {
  good: 'original',
  // both knew of it, or the phone's list is a moment older: the paper is the signed one
  revoked: 'original',
  suspended: 'original',
  superseded: 'original',
  future: 'original',
  'other-name': 'other-name',
  signature: 'forged',
  'key-retired-before': 'forged',
  'other-code': 'other-code',
  'key-compromised': 'old-key',
  'key-unknown': 'unknown-key',
  'not-readable': 'damaged',
  'no-ed25519': 'cannot',
  'no-keys': 'no-keys',
  'trust-not-readable': 'no-keys',
}

/** Nothing at the server speaks for the paper: a bad signature leaves nothing that would. */
const NOT_HELD: Row = {
  ...HELD,
  signature: 'neither',
  'key-retired-before': 'neither',
  'key-compromised': 'neither',
  'key-unknown': 'neither',
}

/** Every genuine paper is told in one way, whatever became of it. */
const genuine = (meeting: Meeting): Partial<Row> => ({
  good: meeting,
  revoked: meeting,
  suspended: meeting,
  superseded: meeting,
  future: meeting,
})

/** Server's verdict → what the phone found → what is said of both. */
export const PAIRS: Readonly<Record<ServerSays, Row>> = {
  verified: {
    ...HELD,
    good: 'agree',
    future: 'clock',
    revoked: 'differ',
    suspended: 'differ',
    // also of a paper that was printed before a part of it was withdrawn
    superseded: 'original',
  },
  'not-yet-valid': HELD,
  expired: HELD,
  suspended: HELD,
  superseded: HELD,
  revoked: HELD,
  'issuer-unknown': { ...HELD, good: 'alone', revoked: 'differ', suspended: 'differ' },
  'unverifiable-now': {
    ...HELD,
    good: 'alone',
    future: 'clock',
    revoked: 'differ',
    suspended: 'differ',
    // there is no answer of the server that would do
    'no-ed25519': 'nobody',
    'no-keys': 'nobody',
    'trust-not-readable': 'nobody',
  },
  private: { ...HELD, ...genuine('private') },
  'not-authentic': { ...NOT_HELD, ...genuine('refused') },
  'not-found': { ...NOT_HELD, ...genuine('missing') },
  erased: { ...NOT_HELD, ...genuine('erased') },
}

/**
 * What the phone found, in one word.
 * @param serverName the holder's name as the server shows it; empty where it shows none: nothing is compared then
 */
export function phoneSays({ verdict, reason, claims }: CompactResult, serverName: string): PhoneSays {
  if (claims !== undefined && serverName !== '' && !isSameName(claims.name, serverName)) return 'other-name'
  return verdict === 'verified' ? 'good' : (reason ?? 'no-keys')
}

/** A name too long for the paper ends in « … » there. */
function isSameName(paper: string, server: string): boolean {
  const [short, whole] = [paper.normalize(), server.normalize()]
  return short === whole || (short.endsWith('…') && whole.startsWith(short.slice(0, -1)))
}
