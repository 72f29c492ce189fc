import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerAsset, answerVerdict } from '../../../browser/offline/answer.ts'
import { chooseLanguage } from '../../../browser/offline/choose-language.ts'
import { filesOf } from '../../../browser/offline/keep-language.ts'
import { whatIsAsked } from '../../../browser/offline/what-is-asked.ts'

const ORIGIN = 'https://passerelle.example'
const asked = (path: string, mode: Request['mode'] = 'navigate', method = 'GET') =>
  whatIsAsked({ method, mode, url: new URL(path, ORIGIN).href }, ORIGIN)

describe('what the service worker answers', () => {
  it('answers for pages of verdicts and for /verify, in capitals or not', () => {
    for (const path of [
      '/v/7K3F9QXW2M4T',
      '/V/7K3F9QXW2M4T',
      '/v/7K3F9QXW2M4T?lang=de',
      '/verify',
      '/VERIFY',
    ])
      expect(asked(path)).toBe('verdict')
  })

  it('does not touch any other page, nor anything that is sent', () => {
    for (const path of [
      '/',
      '/v',
      '/login',
      '/me',
      '/me/passport.pdf',
      '/sessions',
      '/s/ABCD',
      '/p/ABCD',
      '/verify/here/fr',
      '/v/7K3F9QXW2M4T/report',
      '/admin/v/7K3F9QXW2M4T',
      'https://elsewhere.example/v/7K3F9QXW2M4T',
    ])
      expect(asked(path)).toBeUndefined()
    expect(asked('/verify', 'navigate', 'POST')).toBeUndefined()
    expect(asked('/v/7K3F9QXW2M4T', 'cors')).toBeUndefined()
  })

  it('answers for files of pages, and no other file', () => {
    expect(asked('/assets/css/site.css?v=1', 'no-cors')).toBe('asset')
    expect(asked('/verify/trust.json', 'cors')).toBeUndefined()
    expect(asked('/me/live', 'cors')).toBeUndefined()
    expect(asked('https://elsewhere.example/assets/x.js', 'cors')).toBeUndefined()
  })
})

describe('the language of an answer without network', () => {
  const url = `${ORIGIN}/V/7K3F9QXW2M4T`
  it('is the one asked for, else the first of the browser’s that is here, else the last one kept', () => {
    expect(chooseLanguage(['fr', 'de'], `${url}?lang=de`, ['fr-FR'])).toBe('de')
    expect(chooseLanguage(['fr', 'de'], `${url}?lang=pl`, ['nl', 'fr-CA'])).toBe('fr')
    expect(chooseLanguage(['fr', 'de'], url, ['nl'])).toBe('de')
  })

  it('is none where nothing was kept', () => {
    expect(chooseLanguage([], url, ['fr'])).toBeUndefined()
  })
})

describe('the files of a kept page', () => {
  it('are all that it names, each once, as the browser will ask for them', () => {
    const html =
      '<link href="/assets/css/site.css?v&#x3D;1"><script src="/assets/js/x.js?v&#x3D;2"></script>' +
      '<a href="/verify"></a><div data-more="/assets/css/site.css?v&#x3D;1">'
    expect(filesOf(html)).toEqual(['/assets/css/site.css?v=1', '/assets/js/x.js?v=2'])
  })
})

describe('the server’s own answer', () => {
  afterEach(() => vi.unstubAllGlobals())

  const page = (status = 200) => new Response('the server’s page', { status })
  const request = new Request(`${ORIGIN}/v/7K3F9QXW2M4T`)
  const visit = (more: object = {}) => ({
    request,
    waitUntil: () => undefined,
    respondWith: () => undefined,
    ...more,
  })
  const kept = (shell?: string) => ({
    keys: () => Promise.resolve(shell === undefined ? [] : [new Request(`${ORIGIN}/verify/here/fr`)]),
    match: () => Promise.resolve(shell === undefined ? undefined : new Response(shell)),
    put: () => Promise.reject(new Error('QuotaExceededError')),
  })
  const world = (fetched: () => Promise<Response>, open: () => Promise<object>) => {
    vi.stubGlobal('fetch', fetched)
    vi.stubGlobal('caches', { open })
  }
  const said = async (answer: Promise<Response>): Promise<string> => (await answer).text()

  it('is asked for by a browser that asks for nothing ahead, as Safari was before 15.4', async () => {
    world(
      () => Promise.resolve(page()),
      () => Promise.resolve(kept('alone')),
    )
    expect(await said(answerVerdict(visit(), ['fr']))).toBe('the server’s page')
  })

  it('is given where the browser does not let anything be kept', async () => {
    world(
      () => Promise.resolve(page()),
      () => Promise.reject(new Error('SecurityError')),
    )
    expect(await said(answerVerdict(visit(), ['fr']))).toBe('the server’s page')
  })

  it('gives way to the page that was kept only where there is none, or none behind its door', async () => {
    const open = () => Promise.resolve(kept('alone'))
    world(() => Promise.reject(new Error('no network')), open)
    expect(await said(answerVerdict(visit(), ['fr']))).toBe('alone')
    world(() => Promise.resolve(page(503)), open)
    expect(await said(answerVerdict(visit(), ['fr']))).toBe('alone')
    world(() => Promise.resolve(page(404)), open)
    expect(await said(answerVerdict(visit(), ['fr']))).toBe('the server’s page')
  })

  it('is used when the browser asked for it ahead, and asked for once', async () => {
    const fetched = vi.fn(() => Promise.resolve(page()))
    world(fetched, () => Promise.resolve(kept('alone')))
    const ahead = visit({ preloadResponse: Promise.resolve(new Response('ahead')) })
    expect(await said(answerVerdict(ahead, ['fr']))).toBe('ahead')
    expect(fetched).not.toHaveBeenCalled()
  })

  it('reaches the page that needs a large file also on a device that is full', async () => {
    world(
      () => Promise.resolve(page()),
      () => Promise.resolve(kept()),
    )
    const file = new Request(`${ORIGIN}/assets/wasm/qr-reader.wasm`)
    expect(await said(answerAsset(file))).toBe('the server’s page')
  })
})
