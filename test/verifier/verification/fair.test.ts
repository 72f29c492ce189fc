import type { Server } from 'node:http'
import request from 'supertest'
import { expect, onTestFinished, test } from 'vitest'
import { LANGUAGES } from '../../../server/kernel/locale.ts'
import { openNetwork } from '../../support/app-world.ts'

const PAGE = { Accept: 'text/html', 'Accept-Language': 'fr' }

async function openFair() {
  const network = await openNetwork()
  onTestFinished(() => network.close())
  const codes = await network.db('credentials').whereNotNull('signed').pluck<string[]>('code')
  const server: Server = network.app.listen(0)
  onTestFinished(() => void server.close())
  const look = async (code: string, headers: Record<string, string> = PAGE): Promise<number> =>
    (await request(server).get(`/v/${code}`).set(headers)).status
  const lookAtAll = async (wanted: readonly string[]): Promise<number[]> => {
    const statuses: number[] = []
    for (let start = 0; start < wanted.length; start += 50)
      statuses.push(...(await Promise.all(wanted.slice(start, start + 50).map((code) => look(code)))))
    return statuses
  }
  return { network, server, codes, look, lookAtAll }
}

/** Codes of the right form that nobody was given. */
const guesses = (count: number): string[] =>
  Array.from({ length: count }, (_none, index) => `00000000${String(index).padStart(4, '0')}`)

test('five hundred scans of true codes from one address are all answered', async () => {
  const { codes, lookAtAll } = await openFair()
  const scans = Array.from({ length: 500 }, (_none, index) => codes[index % codes.length] ?? '')
  expect(new Set(await lookAtAll(scans))).toEqual(new Set([200]))
})

test('somebody who guesses learns nothing more after a hundred, and their neighbours still get their answers', async () => {
  const { server, codes, look, lookAtAll } = await openFair()
  const [code = ''] = codes
  expect(new Set(await lookAtAll(guesses(100)))).toEqual(new Set([404]))
  expect(new Set(await lookAtAll(guesses(200).slice(100)))).toEqual(new Set([429]))
  for (const headers of [
    PAGE,
    { ...PAGE, Accept: 'application/json' },
    { ...PAGE, Accept: 'application/vc' },
  ])
    expect([await look(code, headers), await look('0000000000ZZ', headers)]).toEqual([200, 429])
  const sheet = async (of: string) => (await request(server).get(`/v/${of}/report`).set(PAGE)).status
  expect([await sheet(code), await sheet('0000000000ZZ')]).toEqual([200, 429])
})

test('each visitor reads the page in their own language, also when it was shown before', async () => {
  const { server, codes } = await openFair()
  const [code = ''] = codes
  for (const _twice of [1, 2])
    for (const language of LANGUAGES) {
      const page = await request(server)
        .get(`/v/${code}`)
        .set({ ...PAGE, 'Accept-Language': `nl, ${language};q=0.8, fr;q=0.1` })
      expect(page.headers['content-language']).toBe(language)
      expect(page.text).toContain(`<html lang="${language}"`)
      expect(page.headers['set-cookie']).toBeUndefined()
    }
})
