import { chooseLanguage } from './choose-language.ts'
import { isHeavy, keptLanguages, openKept, shellIn } from './kept.ts'
import type { AskEvent } from './worker-scope.ts'

/** Somebody holds a paper in their hand: past this a bar of network is as good as none. */
const PATIENCE_MS = 10_000
/** A server that is down behind a door that stands. */
const OUT_OF_REACH = [502, 503, 504]

/**
 * The server's page when there is a server; else, or when it does not answer in time, the page on which this device
 * verifies by itself. Where that one was never put aside the browser says in its own words that there is no network.
 */
export async function answerVerdict(event: AskEvent, languages: readonly string[]): Promise<Response> {
  const { request } = event
  const network = askServer(event)
  // where the browser gives nothing back, the network is all there is
  const shell = await findShell(request.url, languages).catch(() => undefined)
  if (shell === undefined) return network
  const answer = await Promise.race([network.catch(() => undefined), patience()])
  return answer === undefined || OUT_OF_REACH.includes(answer.status) ? shell : answer
}

/** Files are kept under addresses that never change what they say; the others come from the network. */
export async function answerAsset(request: Request): Promise<Response> {
  const kept = await openKept()
  const known = await kept.match(request)
  if (known !== undefined) return known
  const answer = await fetch(request)
  // who needed it here will need it without network; on a device that is full they have it now all the same
  if (answer.ok && isHeavy(request.url)) await kept.put(request, answer.clone()).catch(() => undefined)
  return answer
}

async function askServer({ request, preloadResponse }: AskEvent): Promise<Response> {
  return (await preloadResponse) ?? fetch(request)
}

async function findShell(url: string, languages: readonly string[]): Promise<Response | undefined> {
  const kept = await openKept()
  const language = chooseLanguage(await keptLanguages(kept), url, languages)
  return language === undefined ? undefined : kept.match(shellIn(language))
}

const patience = (): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS))
