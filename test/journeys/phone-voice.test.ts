import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { accessibilityProblems, newVisitor, PHONE, sidewaysOverflow } from '../support/browser.ts'
import { competence, t } from '../support/french-words.ts'
import { proofOf, signLike, withOneDigitChanged } from '../support/paper-proof.ts'
import { readyOffline } from '../support/ready-offline.ts'
import { withBrowser } from './with-browser.ts'

withBrowser('The phone has a voice of its own', (world) => {
  /** Passports on paper: what their QR codes carry. */
  const papers: { learner: string; code: string; digits: string }[] = []
  beforeAll(async () => {
    await world.server.beside(async (services) => {
      for (const { learner, code } of world.server.files.passports) {
        // of a private passport no proof is made
        const digits = await proofOf(services, code).catch(() => undefined)
        if (digits !== undefined) papers.push({ learner, code, digits })
      }
    })
    expect(papers.length).toBeGreaterThan(5)
  })
  const paper = (index: number) => {
    const found = papers[index]
    if (found === undefined) throw new Error('too few passports on paper')
    return found
  }
  const scanned = ({ code, digits }: { code: string; digits: string }) => `/V/${code}#${digits}`

  /** A phone, and every address it ever asked for, its worker included. */
  async function newPhone(locale = 'fr-FR'): Promise<{ phone: Page; asked: string[] }> {
    const phone = await newVisitor(world.browser, world.server, { viewport: PHONE, locale })
    const asked: string[] = []
    phone
      .context()
      .on('request', (request) =>
        asked.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`),
      )
    return { phone, asked }
  }

  const meeting = async (phone: Page): Promise<string | null> => {
    const said = phone.locator('[data-meeting]')
    await said.waitFor()
    return said.getAttribute('data-meeting')
  }

  /** The verdict that this phone gives without network. */
  const verdictHere = async (phone: Page): Promise<string | null> => {
    await phone.locator('#here [data-verdict]').waitFor()
    return phone.locator('#here [data-verdict]').getAttribute('data-verdict')
  }

  /** Opens a page with network, and waits until everything for later is put aside. */
  async function visitOnce(phone: Page, address: string, language = 'fr'): Promise<void> {
    await phone.goto(address)
    await readyOffline(phone, language)
  }

  async function offlinePhone(): Promise<Page> {
    const { phone } = await newPhone()
    await visitOnce(phone, scanned(paper(0)))
    await phone.context().setOffline(true)
    return phone
  }

  test('A paper is scanned: server and phone say the same, and what the paper says is sent nowhere', async () => {
    const { phone, asked } = await newPhone()
    await visitOnce(phone, scanned(paper(0)))
    expect(await meeting(phone)).toBe('agree')
    const said = await phone.locator('#phone').innerText()
    for (const words of [t('phone.byServer'), t('phone.byPhone'), t('phone.agree.title')])
      expect(said).toContain(words)
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.filter((request) => request.includes(paper(0).digits.slice(0, 20)))).toEqual([])
    expect(await phone.context().cookies()).toEqual([])
    expect(await sidewaysOverflow(phone)).toBe(0)
    expect(await accessibilityProblems(phone)).toEqual([])

    // in another language it is the same paper
    await phone.locator('.languages summary').click()
    await phone.getByRole('link', { name: 'Deutsch' }).click()
    await phone.getByText('Beide sagen dasselbe.').waitFor()
    await phone.context().close()
  })

  test('Without a proof in the address the phone says nothing', async () => {
    const { phone, asked } = await newPhone()
    await visitOnce(phone, `/v/${paper(0).code}`)
    expect(await phone.locator('#phone').innerHTML()).toBe('')
    expect(asked.filter((request) => request.includes('paper-proof'))).toEqual([])
    await phone.context().close()
  })

  test('A forged, a copied, a cut and a re-labelled paper are each told from the signed one', async () => {
    const { phone } = await newPhone()
    const [ours, other] = [paper(0), paper(1)]
    const renamed = await world.server.beside((services) =>
      signLike(services, ours.code, {
        code: ours.code,
        name: 'Quelqu’un d’Autre',
        issued: '2026-07',
        stays: [],
        skills: [],
      }),
    )
    for (const [digits, expected] of [
      [withOneDigitChanged(ours.digits), 'forged'],
      [other.digits, 'other-code'],
      [ours.digits.slice(0, 100), 'damaged'],
      [renamed, 'other-name'],
    ] as const) {
      await phone.goto('about:blank')
      await phone.goto(scanned({ ...ours, digits }))
      expect(await meeting(phone)).toBe(expected)
      expect(await phone.locator('article').getAttribute('data-verdict')).toBe('verified')
      expect(await accessibilityProblems(phone)).toEqual([])
    }
    await phone.goto('about:blank')
    await phone.goto(scanned({ ...ours, code: '0123456789AB' }))
    expect(await meeting(phone)).toBe('other-code')
    await phone.context().close()
  })

  test('A browser that does not know Ed25519 verifies all the same', async () => {
    const { phone, asked } = await newPhone()
    await phone.addInitScript(() => {
      const known = crypto.subtle.importKey.bind(crypto.subtle)
      Object.defineProperty(crypto.subtle, 'importKey', {
        value: (...given: Parameters<typeof known>) =>
          JSON.stringify(given[2]).includes('Ed25519')
            ? Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'))
            : known(...given),
      })
    })
    await phone.goto(scanned(paper(0)))
    expect(await meeting(phone)).toBe('agree')
    expect(asked.some((request) => request.includes('signature-fallback'))).toBe(true)
    await phone.goto('about:blank')
    await phone.goto(scanned({ ...paper(0), digits: withOneDigitChanged(paper(0).digits) }))
    expect(await meeting(phone)).toBe('forged')
    await phone.context().close()
  })

  test('Without network a paper never seen before is verified: who, what, where, who says so, and how old that is', async () => {
    const phone = await offlinePhone()
    const { learner } = paper(2)
    await phone.goto(scanned(paper(2)))
    expect(await verdictHere(phone)).toBe('verified')
    const said = await phone.getByRole('main').innerText()
    for (const words of [learner, t('phone.here'), 'Clés et retraits connus au', 'Passerelle'])
      expect(said).toContain(words)
    expect(said).toContain(competence('EQUIPE'))
    expect(await phone.title()).toContain(t('verdict.verified.title'))
    expect(await sidewaysOverflow(phone)).toBe(0)
    expect(await accessibilityProblems(phone)).toEqual([])

    // by keyboard: the first stop is the skip link, and the page's own button is reached
    await phone.keyboard.press('Tab')
    expect(await phone.evaluate(() => document.activeElement?.className)).toContain('skip-link')
    // it leads to a place of this page: the paper stays in hand
    await phone.keyboard.press('Enter')
    await expect.poll(() => phone.evaluate(() => document.activeElement?.id)).toBe('content')
    await expect.poll(() => new URL(phone.url()).hash).toBe(`#${paper(2).digits}`)
    expect(await verdictHere(phone)).toBe('verified')
    await phone.getByRole('button', { name: t('phone.retry') }).focus()
    const again = phone.waitForEvent('load')
    await phone.keyboard.press('Enter')
    await again
    expect(await verdictHere(phone)).toBe('verified')

    // the network is back: the server speaks again, and the paper is still in hand
    await phone.context().setOffline(false)
    await phone.locator('article[data-code]').waitFor()
    expect(await meeting(phone)).toBe('agree')
    await phone.context().close()
  })

  test('Without network a forged paper is not authentic, one without proof needs network, old keys are said to be old', async () => {
    const phone = await offlinePhone()
    await phone.goto(scanned({ ...paper(2), digits: withOneDigitChanged(paper(2).digits) }))
    expect(await verdictHere(phone)).toBe('not-authentic')
    expect(await phone.getByRole('main').innerText()).not.toContain(paper(2).learner)

    await phone.goto(scanned({ ...paper(3), digits: paper(2).digits }))
    expect(await verdictHere(phone)).toBe('not-authentic')
    await phone.getByText(t('phone.here.other-code')).waitFor()
    expect(await accessibilityProblems(phone)).toEqual([])

    await phone.goto(`/v/${paper(3).code}`)
    await phone.getByRole('heading', { level: 1, name: t('phone.here.network.title') }).waitFor()

    await makeOld(phone)
    await phone.goto(scanned(paper(3)))
    expect(await verdictHere(phone)).toBe('verified')
    await phone.getByText('plus de 30 jours').waitFor()
    expect(await accessibilityProblems(phone)).toEqual([])

    await phone.goto('/verify')
    await phone.getByRole('heading', { level: 1, name: t('phone.hereTitle') }).waitFor()
    await phone.context().close()
  })

  test('A withdrawal is told by both, and without network by a phone that heard of it', async () => {
    const withdrawn = paper(4)
    await world.server.run('revoke', withdrawn.code, '--reason', 'content-wrong')
    const { phone } = await newPhone()
    await visitOnce(phone, scanned(withdrawn))
    expect(await phone.locator('article').getAttribute('data-verdict')).toBe('revoked')
    // not a contradiction: the paper is the signed one
    expect(await meeting(phone)).toBe('original')

    await phone.context().setOffline(true)
    await phone.goto('about:blank')
    await phone.goto(scanned(withdrawn))
    expect(await verdictHere(phone)).toBe('revoked')
    expect(await phone.getByRole('main').innerText()).not.toContain(withdrawn.learner)
    await phone.context().close()
  })

  test('Every other page is left alone, and what is kept names nobody', async () => {
    const phone = await offlinePhone()
    for (const path of ['/login', '/me', '/', '/v', `/credentials/${paper(0).code}`])
      expect(await failsToOpen(phone, path)).toBe(true)
    await phone.goto(scanned(paper(2)))
    const kept = await phone.evaluate(async () => {
      const found: string[] = []
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys())
          found.push(`${new URL(request.url).pathname} ${(await (await cache.match(request))?.text()) ?? ''}`)
      }
      return { found, stored: localStorage.length + sessionStorage.length }
    })
    expect(kept.stored).toBe(0)
    for (const text of kept.found) {
      expect(text).toMatch(/^\/(assets\/|verify\/(here|skills)\/fr|verify\/trust\.json)/)
      for (const { learner, code } of papers) {
        expect(text).not.toContain(learner)
        expect(text).not.toContain(code)
      }
    }
    expect(await registeredScopes(phone)).toEqual([`${world.server.url}/V`, `${world.server.url}/v`])
    await phone.context().close()
  })

  test('Languages that were read with network can be changed without', async () => {
    const { phone } = await newPhone()
    await visitOnce(phone, `/v/${paper(0).code}`)
    await visitOnce(phone, `/v/${paper(0).code}?lang=de`, 'de')
    await phone.context().setOffline(true)
    await phone.goto(scanned(paper(2)))
    expect(await verdictHere(phone)).toBe('verified')
    await phone.locator('.languages summary').click()
    const links = phone.getByRole('navigation', { name: t('common.language') }).getByRole('link')
    expect(await links.allInnerTexts()).toEqual(['Français', 'Deutsch'])
    await links.last().click()
    await phone.getByText('Von Ihrem Telefon geprüft, ohne Netz.').waitFor()
    expect(await phone.getByRole('main').innerText()).toContain(paper(2).learner)
    await phone.context().close()
  })

  test('The whole signed document is verified on the device when somebody asks', async () => {
    const { phone, asked } = await newPhone()
    await phone.goto(`/v/${paper(0).code}`)
    await phone.getByText(t('verdict.how')).click()
    expect(asked.filter((request) => request.includes('check-here'))).toEqual([])
    await phone.getByRole('button', { name: t('phone.check') }).click()
    await phone.getByText(t('phone.checked.same')).waitFor()
    expect(await phone.locator('#check-here .checks').innerText()).toContain(t('verdict.check.proof'))
    expect(await accessibilityProblems(phone)).toEqual([])
    await phone.context().close()
  })
})

/** A browser's own « no network » page comes instead. */
async function failsToOpen(phone: Page, path: string): Promise<boolean> {
  const tab = await phone.context().newPage()
  const failed = await tab.goto(path).then(
    () => false,
    () => true,
  )
  await tab.close()
  return failed
}

const registeredScopes = (phone: Page): Promise<string[]> =>
  phone.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).sort(),
  )

/** As if the phone had last been here with network seven weeks ago. */
async function makeOld(phone: Page): Promise<void> {
  await phone.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      const trust = (await (await cache.match('/verify/trust.json'))?.json()) as object
      const madeAt = new Date(Date.now() - 49 * 86_400_000).toISOString()
      await cache.put('/verify/trust.json', new Response(JSON.stringify({ ...trust, madeAt })))
    }
  })
}
