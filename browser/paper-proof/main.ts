import type { CompactResult, CompactTrust } from '../../server/vc/compact-proof/index.ts'
import { speaker, type Words } from '../parts/words.ts'
import type { Paper } from '../verdict/read-address.ts'
import { judgePaper } from './judge-paper.ts'
import { PAIRS, phoneSays, TONES, type ServerSays } from './pairs.ts'
import { showMeeting } from './show-meeting.ts'

/** Has the phone judge the paper, and says beside the server's verdict how the two meet. */
export async function hearPhone(place: HTMLElement, paper: Paper): Promise<void> {
  const { trust = '', words = '', ed25519 = '', verdictOf = '', holder = '' } = place.dataset
  const [judged, texts] = await Promise.all([
    load<CompactTrust>(trust).then(
      (known) => judgePaper(paper, known, new Date(), ed25519),
      (): CompactResult => ({ verdict: 'unverifiable-now' }),
    ),
    load<Words>(words),
  ])
  const meeting = PAIRS[verdictOf as ServerSays][phoneSays(judged, holder)]
  const say = speaker(texts)
  const blanks = {
    issuer: judged.key?.issuer ?? '',
    paper: judged.claims?.name ?? '',
    server: holder,
  }
  showMeeting(place, {
    meeting,
    tone: TONES[meeting],
    title: say(`phone.${meeting}.title`, blanks),
    text: say(`phone.${meeting}.text`, blanks),
    voices: meeting === 'agree' ? [say('phone.byServer'), say('phone.byPhone')] : [],
  })
}

async function load<Kept>(url: string): Promise<Kept> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return response.json() as Promise<Kept>
}
