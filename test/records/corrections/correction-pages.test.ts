import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentOrNewSlip } from '../../../server/holder/slips/index.ts'
import { browserOf, OPERATOR, saidOn, snapshot, unescapeHtml } from '../../support/app-world.ts'
import { aSignedSession, held, papersOf, rowOf, type SignedWorld } from './signed-session.ts'

/** The hidden fields and the version of the page that asks for confirmation. */
function hiddenFields(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('/correct/confirm'))
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)]
      .map(([, name = '', value = '']): [string, string] => [unescapeHtml(name), unescapeHtml(value)])
      .filter(([name]) => name !== '_csrf'),
  )
}

const passportOf = async (world: SignedWorld, learnerId: string) =>
  held(await papersOf(world, learnerId)).find(({ kind }) => kind === 'passport')

describe('a trainer corrects two young people of twelve', () => {
  let world: SignedWorld
  beforeAll(async () => {
    world = await aSignedSession({ count: 12 })
  })
  afterAll(() => world.close())

  it('from the signed session’s page to the new passports', async () => {
    const { services, sessionId, trainer } = world
    const browser = await browserOf(world, trainer.accountId)
    const path = `/sessions/${sessionId}`
    const ines = await rowOf(world, 'Ines')
    const yann = await rowOf(world, 'Yann')
    const oldPassports = [await passportOf(world, ines.learner.id), await passportOf(world, yann.learner.id)]
    const { slip } = await currentOrNewSlip(services, OPERATOR, ines.learner.id)

    const signed = await browser.open(`${path}/sign`).expect(200)
    expect(signed.text).toContain(`href="${path}/correct"`)
    const form = await browser.open(`${path}/correct`).expect(200)
    expect(form.text.match(/<details class="more card"/g)).toHaveLength(12)
    expect((await browser.open(`${path}/correct?person=${ines.id}`)).text).toContain(
      '<details class="more card" open>',
    )

    const typed = {
      ...ines.fields({ givenName: 'Inès', 'attested:EQUIPE': '4', 'note:EQUIPE': 'Mène l’équipe <seule>.' }),
      ...yann.fields({ 'attested:ADAPTATION': 'not-yet' }),
    }
    const before = await snapshot(world)
    const preview = await browser.send(`${path}/correct`, typed).expect(200)
    const said = saidOn(preview)
    for (const words of [
      'Ines → devient Inès',
      '2 passeports',
      'Yann Corre',
      'pas encore',
      'Mène l’équipe <seule>.',
    ])
      expect(said).toContain(words)
    expect(said).toContain('3 attestations seront refaites')
    expect(said).toContain('1 attestation sera retirée, et rien ne la remplace')
    expect(said).not.toContain('Hippolyte')
    expect(await snapshot(world)).toEqual(before)

    // « Modifier encore » keeps everything that was typed
    const hidden = hiddenFields(preview.text)
    const again = await browser.send(`${path}/correct`, { ...hidden, action: 'edit' }).expect(200)
    expect(again.text).toContain('value="Inès"')
    expect(unescapeHtml(again.text)).toContain('Mène l’équipe <seule>.</textarea>')

    const lists = () => services.db('status_lists').pluck<number[]>('revision')
    await browser.send(`${path}/correct/confirm`, hidden).expect(303).expect('Location', `${path}/sign`)
    expect(saidOn(await browser.open(`${path}/sign`))).toContain('C’est corrigé')

    // the old QR codes say so, and lead to papers that hold
    for (const [at, { learner }] of [ines, yann].entries()) {
      const stranger = await browserOf(world)
      const old = await stranger.open(`/v/${oldPassports[at]?.code}`).expect(200)
      expect(saidOn(old)).toContain('remplacé par')
      expect(saidOn(old)).not.toContain(learner.familyName)
      const newest = await passportOf(world, learner.id)
      expect(old.text).toContain(`/v/${newest?.code}`)
      const verified = await stranger.open(`/v/${newest?.code}`).expect(200)
      expect(verified.text).toContain('data-verdict="verified"')
      const json = await stranger.open(`/v/${oldPassports[at]?.code}`, 'application/json').expect(200)
      expect(json.body).toMatchObject({
        verdict: 'superseded',
        successor: expect.stringContaining(newest?.code ?? '') as string,
      })
    }
    // uploaded as a file, the old one says the same
    const single = (await papersOf(world, ines.learner.id)).find(({ award_key }) =>
      award_key.endsWith(':EQUIPE'),
    )
    const uploaded = await (
      await browserOf(world)
    ).upload('/verify', Buffer.from(single?.signed ?? ''), 'a.json')
    expect(saidOn(uploaded)).toContain('remplacé par')
    // our API answers for machines: it is withdrawn
    await browser.agent
      .post('/credentials/verify')
      .set('Accept', 'application/json')
      .send({ verifiableCredential: JSON.parse(single?.signed ?? '') as object })
      .expect(400)

    // one signature a list, however many bits: the structure's, the platform's
    expect((await lists()).every((revision) => revision <= 2)).toBe(true)
    expect(await services.db('status_lists').whereRaw('revision <> signed_revision').pluck('id')).toEqual([])

    // the slip and the prints are of today
    const phone = await browserOf(world)
    await phone.open(`/s/${slip}`).expect(303)
    const page = await phone.open('/me').expect(200)
    expect(page.text).toContain(`/v/${(await passportOf(world, ines.learner.id))?.code}`)
    expect(page.text).not.toContain(`/v/${oldPassports[0]?.code}`)
    const pdf = await browser.open(`${path}/passports.pdf`).buffer(true).expect(200)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    // ten people were not touched
    const corrected = (await services.db('credentials').whereNotNull('reissued_because')) as {
      learner_id: string
    }[]
    expect(new Set(corrected.map(({ learner_id }) => learner_id)).size).toBe(2)
    // and the structure remembers
    expect(saidOn(await browser.open(`${path}/correct`))).toContain('Corrections déjà faites')
  })

  it('sees what is to mend beside the field, with nothing lost', async () => {
    const browser = await browserOf(world, world.trainer.accountId)
    const path = `/sessions/${world.sessionId}`
    const paul = await rowOf(world, 'Paul')
    const before = await snapshot(world)
    const refused = await browser
      .send(`${path}/correct`, paul.fields({ givenName: '', 'note:EQUIPE': 'Toujours à l’heure.' }))
      .expect(422)
    expect(refused.text).toContain('aria-invalid="true"')
    expect(unescapeHtml(refused.text)).toContain('Toujours à l’heure.</textarea>')
    const nothing = await browser.send(`${path}/correct`, paul.fields({})).expect(422)
    expect(saidOn(nothing)).toContain('Vous n’avez rien changé pour l’instant')
    // two clicks on the last button, or a page that is out of date: read again
    const shown = hiddenFields(
      (await browser.send(`${path}/correct`, paul.fields({ 'attested:EQUIPE': '1' })).expect(200)).text,
    )
    const stale = await browser.send(`${path}/correct/confirm`, { ...shown, version: 'other' }).expect(409)
    expect(saidOn(stale)).toContain('relisez, puis confirmez')
    expect(await snapshot(world)).toEqual(before)
  })

  it('is asked nothing when not a trainer of the session', async () => {
    for (const actor of [world.colleague, world.neighbour]) {
      const browser = await browserOf(world, actor.accountId)
      await browser.open(`/sessions/${world.sessionId}/correct`).expect(404)
      await browser.send(`/sessions/${world.sessionId}/correct/confirm`, { version: 'x' }).expect(404)
    }
  })
})

describe('a coordinator pauses, then withdraws, one attestation', () => {
  let world: SignedWorld
  beforeAll(async () => {
    world = await aSignedSession({ count: 2 })
  })
  afterAll(() => world.close())

  it('each time after a page of its own, and the public page follows', async () => {
    const { learner } = await rowOf(world, 'Ines')
    const code = (await passportOf(world, learner.id))?.code ?? ''
    const browser = await browserOf(world, world.coordinator.accountId)
    const stranger = await browserOf(world)
    const verdict = async () => /data-verdict="([^"]+)"/.exec((await stranger.open(`/v/${code}`)).text)?.[1]
    const manage = `/credentials/${code}/manage`

    expect((await browser.open(`/sessions/${world.sessionId}/sign`)).text).toContain(`href="${manage}"`)
    expect(saidOn(await browser.open(manage).expect(200))).toContain('Ines Benali')
    expect(saidOn(await browser.open(`/credentials/${code}/suspend`))).toContain(
      'Les autres logiciels ne le sauront pas',
    )
    const refused = await browser.send(`/credentials/${code}/suspend`, { note: 'Appel du CFA' }).expect(422)
    expect(refused.text).toContain('Appel du CFA</textarea>')
    expect(await verdict()).toBe('verified')
    await browser
      .send(`/credentials/${code}/suspend`, { reason: 'content-check' })
      .expect(303)
      .expect('Location', manage)
    expect(await verdict()).toBe('suspended')
    expect(saidOn(await browser.open(manage))).toContain('Document suspendu le')
    // a second click finds it done
    await browser.send(`/credentials/${code}/suspend`, { reason: 'content-check' }).expect(303)
    await browser.send(`/credentials/${code}/unsuspend`).expect(303)
    expect(await verdict()).toBe('verified')
    expect(await browser.open(`/credentials/${code}/revoke`).then(saidOn)).toContain('C’est définitif')
    await browser.send(`/credentials/${code}/revoke`, { reason: 'holder-request' }).expect(303)
    expect(await verdict()).toBe('revoked')
    expect(saidOn(await browser.open(manage))).toContain('La personne l’a demandé.')
  })

  it('which a trainer may not, and people of elsewhere do not even find', async () => {
    const { learner } = await rowOf(world, 'Rozenn')
    const code = (await passportOf(world, learner.id))?.code ?? ''
    for (const [actor, status] of [
      [world.trainer, 403],
      [world.neighbour, 404],
    ] as const) {
      const browser = await browserOf(world, actor.accountId)
      await browser.open(`/credentials/${code}/manage`).expect(status)
      for (const act of ['suspend', 'unsuspend', 'revoke'])
        await browser.send(`/credentials/${code}/${act}`, { reason: 'other' }).expect(status)
    }
    const browser = await browserOf(world, world.coordinator.accountId)
    await browser.open('/credentials/000000000000/manage').expect(404)
  })
})
