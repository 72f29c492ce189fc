import { answerAsset, answerVerdict } from './answer.ts'
import { keepLanguage } from './keep-language.ts'
import { whatIsAsked } from './what-is-asked.ts'
import type { WorkerScope } from './worker-scope.ts'

// The service worker: without network the pages under /v and /verify still answer. It never keeps a verdict.
const worker = globalThis as unknown as WorkerScope

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => {
  // the request for a page does not wait until the worker is awake
  event.waitUntil(worker.registration.navigationPreload?.enable() ?? Promise.resolve())
})
worker.addEventListener('message', (event) => {
  const language = languageIn(event.data)
  // without network there is nothing newer to have
  if (language !== undefined) event.waitUntil(keepLanguage(language).catch(() => undefined))
})
worker.addEventListener('fetch', (event) => {
  const asked = whatIsAsked(event.request, worker.location.origin)
  if (asked === 'verdict') event.respondWith(answerVerdict(event, worker.navigator.languages))
  if (asked === 'asset') event.respondWith(answerAsset(event.request))
})

function languageIn(message: unknown): string | undefined {
  const language: unknown =
    typeof message === 'object' && message !== null ? Reflect.get(message, 'keep') : undefined
  return typeof language === 'string' && /^[a-z]{2}$/.test(language) ? language : undefined
}
