import type { SameKeys } from '../messages.ts'
import type { scan as french } from '../fr/scan.ts'

/** The camera of the page that checks documents. */
export const scan = {
  open: 'Scan with the camera',
  private: 'The picture stays on your device: nothing is recorded or sent.',
  close: 'Stop the camera',
  view: 'What the camera sees',
  opening: 'Opening the camera…',
  looking: 'Hold the QR code in front of the camera.',
  patience: 'Nothing yet: come closer, keep it flat and away from glare. Or type the printed code.',
  going: 'Code read, opening the check…',
  address: 'This code leads to an address outside this site. Here it is, unopened:',
  text: 'This code holds a text that we cannot check:',
  denied: 'The browser may not use the camera. Allow it for this site, or type the printed code.',
  none: 'No camera was found. Type the printed code, or drop a photo.',
  failed: 'The camera could not read the code. Type the printed code, or drop a photo.',
} satisfies SameKeys<typeof french>
