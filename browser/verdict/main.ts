import { keepOffline } from '../keep-offline/keep-offline.ts'
import type * as paperProof from '../paper-proof/main.ts'
import { carryDigits } from './carry-digits.ts'
import { offerCheck } from './offer-check.ts'
import { readAddress } from './read-address.ts'
import { whenOtherPaper } from './when-other-paper.ts'

// The page of a verdict: what is loaded here always is small; what only some visits need comes when it is needed.
const voice = document.getElementById('phone')
if (voice !== null) {
  void hear(voice)
  whenOtherPaper(() => void hear(voice))
}
offerCheck()
keepOffline()

/** The phone speaks only where the address carries a proof. It never leaves this page: fragments are not sent. */
async function hear(place: HTMLElement): Promise<void> {
  const paper = readAddress(location)
  if (paper === undefined || paper.digits === '') return
  carryDigits(paper.digits)
  try {
    const { hearPhone } = (await import(place.dataset['script'] ?? '')) as typeof paperProof
    await hearPhone(place, paper)
  } catch {
    // the server's verdict stands as it is
  }
}
