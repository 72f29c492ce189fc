import type { phone as original } from '../fr/phone.ts'
import type { SameKeys } from '../messages.ts'

export const phone: SameKeys<typeof original> = {
  byServer: 'Verified by the server',
  byPhone: 'Verified by your phone',

  'agree.title': 'Both say the same.',
  'original.title': 'The paper is genuine, but read the answer above.',
  'original.text':
    'Your phone recognised the printed signature. Since then the document’s situation has changed: the server’s answer is the one that counts.',
  'private.title': 'The paper is genuine.',
  'private.text': 'Your phone recognised the printed signature. The page is private, so it says no more.',
  'erased.title': 'The paper is genuine.',
  'erased.text':
    'Your phone recognised the printed signature. The person had everything kept here erased: only their paper is left.',
  'missing.title': 'The paper is genuine, but the server does not know this code.',
  'missing.text':
    'The printed signature is good, yet the document is no longer here. Ask {issuer} before relying on it.',
  'alone.title': 'Your phone was able to check the paper.',
  'alone.text': 'The printed signature is good. For the rest, reload this page in a few minutes.',
  'refused.title': 'The paper is genuine, but the server does not accept this document.',
  'refused.text': 'Do not rely on it for now: ask {issuer}.',
  'forged.title': 'This is not the paper we signed.',
  'forged.text':
    'The code exists, but the signature printed with it is false. Trust this page, not the paper, and ask for the original passport.',
  'other-code.title': 'The printed signature belongs to another passport.',
  'other-code.text':
    'It was copied next to this code. Trust this page, not the paper, and ask for the original passport.',
  'other-name.title': 'The paper was signed for another name.',
  'other-name.text':
    'Signature: {paper}. This code: {server}. Trust this page, and ask for the original passport or an identity document.',
  'old-key.title': 'The printed signature is no longer accepted.',
  'old-key.text':
    'The key that made it is no longer safe. Trust this page; the passport can be printed again.',
  'unknown-key.title': 'The printed signature is not ours.',
  'unknown-key.text':
    'It was made with a key unknown here. Trust this page, not the paper, and ask for the original passport.',
  'damaged.title': 'The printed signature could not be read.',
  'damaged.text':
    'The QR code was misread, or the link cut short. Scan it again, held flat; otherwise trust this page.',
  'neither.title': 'Neither the server nor your phone recognises this paper.',
  'neither.text': 'Take nothing it says as true; ask for the original passport.',
  'cannot.title': 'Your phone cannot check the paper by itself.',
  'cannot.text': 'Its browser is too old. The server’s answer is enough.',
  'no-keys.title': 'Your phone could not check the paper.',
  'no-keys.text': 'It did not receive the keys. The server’s answer is enough; reload the page to try again.',
  'nobody.title': 'Neither the server nor your phone could check this paper.',
  'nobody.text': 'That does not mean it is false: reload the page in a few minutes.',
  'differ.title': 'The server and your phone do not say the same.',
  'differ.text': 'Reload the page. If it goes on, go by the less favourable answer and ask {issuer}.',
  'clock.title': 'The paper is genuine; your phone’s clock is slow.',
  'clock.text': 'By its clock, this passport is not signed yet. The server’s answer is enough.',

  hereTitle: 'Verify without network',
  hereLede:
    'Scan a passport’s QR code with your camera: without network, this page answers in the server’s place.',
  hereScript: 'This page needs JavaScript: it is your phone that verifies.',
  here: 'Verified by your phone, without network.',
  hereNot: 'Without network: only your phone answered.',
  known: 'Keys and withdrawals known as of {when}.',
  old: 'This information is more than 30 days old: a recent withdrawal may be missing. Verify again with network.',
  'here.verified.sentence': 'Signed by {issuer} in {month}, and not withdrawn as far as we know.',
  'here.verified.proves':
    'This paper was signed by {issuer} for this name and these skills, and nothing in it has changed. On {when}, it was not withdrawn.',
  'here.verified.next': 'With network, this page says more: observations, dates, who to contact.',
  'here.not-yet-valid.sentence': 'This paper is authentic, but dated {month}. Is this phone’s clock right?',
  'here.superseded.title': 'This paper is no longer up to date',
  'here.superseded.sentence':
    'It is authentic, but not all it says still stands: a statement in it was withdrawn, or a more recent version has replaced it.',
  'here.superseded.notProves': 'That everything it says is still true today.',
  'here.superseded.next': 'Ask the person for the current version, or open this page again with network.',
  'here.network.title': 'This paper needs network',
  'here.network.sentence': 'Its QR code carries no signature: only the server can answer.',
  'here.key-unknown': 'Its key is not among those this phone knows: it may be more recent.',
  'here.no-keys':
    'This phone does not have the keys it needs: it gets them when this page opens with network.',
  'here.cannot': 'This phone’s browser is too old to verify without network.',
  'here.not-readable': 'The printed signature cannot be read: scan the QR code again, held flat.',
  'here.other-code': 'The printed signature belongs to another passport.',
  'here.next': 'Verify again as soon as you have network.',
  retry: 'Try again with network',
  moreSkills: 'See the other skills',
  signedBy: 'signed this passport, {month}',
  underMonth: 'less than a month',
  unnamedSkill: 'Skill no. {number}',
  level: 'level {level} of {of}',

  check: 'Verify on this device too',
  checkHint: 'Repeats each of the server’s checks here, after loading about 110 kB.',
  checking: 'Verifying…',
  'checked.same': 'Verified on this device: it says the same as the server.',
  'checked.other':
    'This device does not answer like the server: “{verdict}”. Reload the page; if it goes on, write to the organisation.',
  'checked.key':
    'This device cannot tell when this document was signed with a key that has since been withdrawn: only the server’s register knows.',
  'checked.failed': 'This device could not finish. The server’s answer is enough.',
}
