import { describe, expect, test } from 'vitest'
import { readGrid } from '../../../server/records/assessments/index.ts'
import { ADAPT, aNetwork, aSession, TEAM } from '../training-sessions/a-network.ts'
import { aServer } from '../training-sessions/a-server.ts'

async function aPaperGrid() {
  const network = await aNetwork()
  const session = await aSession(network, { competences: [TEAM, ADAPT] })
  const server = await aServer(network)
  const path = `/sessions/${session.session.id}`
  const levels = async () =>
    (await readGrid(network.db, session.session)).rows.map(({ cells }) =>
      cells.map(({ attested }) => attested?.level),
    )
  const line = (place: { enrolmentId: string }) => `${place.enrolmentId}.line`
  return { ...network, ...session, ...server, path, levels, line }
}

describe('typing the paper grid', () => {
  test('a line of levels is saved, an empty line changes nothing', async () => {
    const { browserOf, anne, path, ines, malo, line, levels } = await aPaperGrid()
    const browser = browserOf(anne)
    const typed = {
      [line(ines)]: '3 p',
      [line(malo)]: '',
      [`${ines.enrolmentId}.observation`]: 'Belle présence.',
    }
    const answer = await browser.submit(`${path}/typing`, `${path}/typing`, typed)
    expect(answer.status).toBe(303)
    expect(await levels()).toEqual([
      ['3', 'not-yet'],
      [undefined, undefined],
    ])
    const { text } = await browser.get(`${path}/typing`)
    expect(text).toContain('value="3 p"')
    expect(text).toContain('Belle présence.')
  })

  test('a mark that is no level names its line and its column, and everything typed is still there', async () => {
    const { browserOf, anne, path, ines, malo, line, levels } = await aPaperGrid()
    const browser = browserOf(anne)
    const typed = {
      [line(ines)]: '3 4',
      [line(malo)]: '2 7',
      [`${malo.enrolmentId}.observation`]: 'À garder.',
    }
    const answer = await browser.submit(`${path}/typing`, `${path}/typing`, typed)
    expect(answer.status).toBe(422)
    const text = answer.text.replace(/\s+/g, ' ')
    expect(text).toContain('Ligne 2, colonne 2 (Adaptation) : « 7 » n’est pas un de ses niveaux.')
    for (const kept of ['value="3 4"', 'value="2 7"', 'À garder.']) expect(text).toContain(kept)
    expect(await levels()).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  test('a line with a level too few or too many says how many there are', async () => {
    const { browserOf, anne, path, ines, line } = await aPaperGrid()
    for (const [typed, count] of [
      ['3', 1],
      ['3 4 2', 3],
    ] as const) {
      const answer = await browserOf(anne).submit(`${path}/typing`, `${path}/typing`, { [line(ines)]: typed })
      expect(answer.status).toBe(422)
      expect(answer.text.replace(/\s+/g, ' ')).toContain(`Ligne 1 : ${count} niveaux pour 2 colonnes.`)
    }
  })

  test('a level that a colleague set meanwhile is not overwritten: 409, and what was typed is still there', async () => {
    const { browserOf, anne, coordinator, path, ines, line, levels } = await aPaperGrid()
    const late = browserOf(anne)
    const { text } = await late.get(`${path}/typing`)
    const grid = `${ines.enrolmentId}.attested:${TEAM}`
    await browserOf(coordinator).submit(path, `${path}/assessments`, { [grid]: '4' })
    const fields = Object.fromEntries(
      [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
        name ?? '',
        (value ?? '').replaceAll('&#x3D;', '='),
      ]),
    )
    const answer = await late.send(`${path}/typing`, { ...fields, [line(ines)]: '1 2' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('value="1 2"')
    expect(answer.text).toContain('Claire Morvan')
    expect(await levels()).toEqual([
      ['4', undefined],
      [undefined, undefined],
    ])
  })

  test('a row of another session: 404', async () => {
    const online = await aPaperGrid()
    const other = await aSession(online, { competences: [TEAM] })
    const typed = { [online.line(other.ines)]: '3 4' }
    const { path } = online
    expect(
      (await online.browserOf(online.anne).submit(`${path}/typing`, `${path}/typing`, typed)).status,
    ).toBe(404)
  })
})
