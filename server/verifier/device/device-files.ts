import { skillNames, trustList, type TrustListDeps } from '../../issuer/compact-proofs/index.ts'
import { LANGUAGES, type Language } from '../../kernel/locale.ts'
import { translator } from '../../platform/i18n/index.ts'
import type { Views } from '../../platform/views/index.ts'
import { DEVICE_VERDICTS, hereWords, voiceWords } from './device-words.ts'
import { keptAnswer, keptJson, type KeptAnswer } from './kept-answer.ts'
import { untilWritten } from './until-written.ts'

export type DeviceFilesDeps = TrustListDeps

/** What a device needs to verify a paper by itself: the same for everybody, made once. */
export interface DeviceFiles {
  /** Keys and withdrawals. */
  trust(): Promise<KeptAnswer>
  /** The names of the competences by their numbers. */
  skills(language: Language): Promise<KeptAnswer>
  /** The sentences of the scripts beside a verdict. */
  words(language: Language): KeptAnswer
  /** The page that answers without network. */
  here(language: Language, views: Views): KeptAnswer
  /** The service worker. */
  worker(views: Views): KeptAnswer
}

export function createDeviceFiles(deps: DeviceFilesDeps): DeviceFiles {
  const skills = new Map<Language, () => Promise<KeptAnswer>>(
    LANGUAGES.map((language) => [
      language,
      untilWritten(deps.db, async () => keptJson(await skillNames(deps, language))),
    ]),
  )
  const words = new Map<Language, KeptAnswer>()
  const pages = new Map<Language, KeptAnswer>()
  let worker: KeptAnswer | undefined
  return {
    trust: untilWritten(deps.db, latestTrust(deps)),
    skills: (language) => need(skills.get(language))(),
    words: (language) => keep(words, language, () => keptJson(voiceWords(language))),
    here: (language, views) => keep(pages, language, () => keptAnswer('html', herePage(language, views))),
    worker: (views) => (worker ??= keptAnswer('text/javascript', need(views.scripts.find('offline')).source)),
  }
}

/**
 * Made anew after every write, of which most change nothing in it: then a device that has the older one keeps it, and
 * reads from the date of our answer that it still holds.
 */
function latestTrust(deps: DeviceFilesDeps): () => Promise<KeptAnswer> {
  return async () => {
    const trust = await trustList(deps)
    return keptJson(trust, { ...trust, madeAt: '' })
  }
}

function herePage(language: Language, views: Views): string {
  const model = {
    title: translator(language)('phone.hereTitle'),
    plain: true,
    unlisted: true,
    verdicts: DEVICE_VERDICTS.map((verdict) => ({ verdict, image: `verdict-${verdict}` })),
    voices: ['declared', 'attested', 'confirmed'],
    words: Object.entries(hereWords(language)).map(([key, text]) => ({ key, text })),
  }
  return views.render('verifier/device/here', model, { locale: language, languages: LANGUAGES })
}

function keep<Key>(kept: Map<Key, KeptAnswer>, key: Key, make: () => KeptAnswer): KeptAnswer {
  const known = kept.get(key) ?? make()
  kept.set(key, known)
  return known
}

function need<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('not among our files')
  return thing
}
