import { openCamera, type Camera } from './camera.ts'
import { findPlace, type Place, type Word } from './place.ts'
import { openFrameReader, type ReadFrame } from './read-frame.ts'
import { recognise } from './recognise.ts'

/** Between two looks: the page stays quick while it reads. */
const PAUSE_MS = 120
/** After so long without finding anything, the page says what helps. */
const PATIENCE_MS = 12_000

const place = findPlace()
const canFilm = window.isSecureContext && 'mediaDevices' in navigator
if (place !== undefined && canFilm) offerScan(place)

/** The button appears, opens the camera, and whatever it reads first closes it again. */
function offerScan(place: Place): void {
  let camera: Camera | undefined
  let reader: Promise<ReadFrame> | undefined
  // of the scan under way: an older one that comes back late sees that it is over
  let scan = 0

  const close = (word?: Word): void => {
    scan++
    camera?.stop()
    camera = undefined
    place.showCamera(false)
    place.say(word)
  }

  const open = async (): Promise<void> => {
    const current = ++scan
    place.showCamera(true)
    place.say('opening')
    try {
      const opened = await openCamera(place.video)
      if (current !== scan) {
        opened.stop()
        return
      }
      camera = opened
      reader ??= openFrameReader(place.readerScript, place.readerWasm)
      const read = await reader
      place.say('looking')
      await look(opened, read, () => current === scan)
    } catch (error) {
      // what could not be loaded is asked for again the next time
      reader = undefined
      if (current === scan) close(reasonOf(error))
    }
  }

  const look = async (from: Camera, read: ReadFrame, goesOn: () => boolean): Promise<void> => {
    const started = Date.now()
    while (goesOn()) {
      const frame = from.frame()
      const text = frame === undefined ? undefined : await read(frame)
      if (!goesOn()) return
      if (text !== undefined) {
        take(text)
        return
      }
      if (Date.now() - started > PATIENCE_MS) place.say('patience')
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }

  const take = (text: string): void => {
    const found = recognise(text, location.host)
    if (found.kind === 'ours') {
      close('going')
      location.assign(found.path)
    } else if (found.kind === 'document' && place.submit(found.text)) {
      close('going')
    } else {
      close(found.kind === 'address' ? 'address' : 'text')
      place.show(found.text)
    }
  }

  place.offer(() => void open(), close)
}

/** The browser's names of what went wrong (Media Capture and Streams, 10.2.2). */
function reasonOf(error: unknown): Word {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'failed'
}
