import { setTimeout } from 'node:timers/promises'
import request from 'supertest'
import { describe, expect, it, onTestFinished } from 'vitest'
import { checkPin, setPin } from '../../../server/access/youth-keys/index.ts'
import { currentOrNewSlip, issueSlip } from '../../../server/holder/slips/index.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import { youngVisitor } from '../../holder/young-visitor.ts'
import { OPERATOR, openNetwork, saidOn, snapshot, type Network } from '../../support/app-world.ts'

const HTML = { Accept: 'text/html', 'Accept-Language': 'fr' }

async function aYoungPerson() {
  const network = await openNetwork()
  onTestFinished(() => network.close())
  network.mailbox.length = 0
  const learnerId = network.signed.learnerId as LearnerId
  const young = await youngVisitor(network, learnerId)
  const youth = { kind: 'learner', learnerId, name: 'Zéphyrine' } as const
  return { network, services: network.services, learnerId, young, youth }
}

/** Somebody without anything but a browser, at the door. */
async function aStranger({ app }: Pick<Network, 'app'>) {
  const agent = request.agent(app)
  const door = await agent.get('/s/mail').set(HTML)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(door.text)?.[1] ?? ''
  return {
    agent,
    open: (path: string) => agent.get(path).set(HTML),
    send: (path: string, values: Record<string, string> = {}) =>
      agent
        .post(path)
        .set(HTML)
        .type('form')
        .send({ ...values, _csrf: csrf }),
  }
}

const linkIn = (network: Network, at = -1): string =>
  new URL(/http\S+/.exec(network.mailbox.at(at)?.text ?? '')?.[0] ?? 'http://none').pathname

/** The mail is sent after the answer: it is there a moment later. */
async function untilMailed({ mailbox }: Network, count: number): Promise<void> {
  await expect.poll(() => mailbox.length).toBe(count)
}

describe('a PIN', () => {
  it('is set in one’s own space, asked for at the slip, and taken away again', async () => {
    const { network, services, learnerId, young } = await aYoungPerson()
    const { slip } = await currentOrNewSlip(services, OPERATOR, learnerId)
    expect(saidOn(await young.open('/me/keys'))).toContain('Un code secret')
    const weak = await young.send('/me/keys/pin', { pin: '0000' })
    expect(weak.status).toBe(422)
    expect(saidOn(weak)).toContain('un des premiers que l’on essaie')
    expect(weak.text).not.toContain('value="0000"')
    await young.send('/me/keys/pin', { pin: '8305' }).expect(303)
    expect((await (await aStranger(network)).open(`/s/${slip}`)).status).toBe(200)
    await young.send('/me/keys/pin/remove').expect(303)
    expect((await (await aStranger(network)).open(`/s/${slip}`)).headers['location']).toBe('/me')
  })

  it('is stored as a hash, and is in no row of the trail', async () => {
    const { network, services, youth } = await aYoungPerson()
    await setPin(services, youth, '83059471')
    expect(JSON.stringify(await network.db('youth_pins'))).toMatch(/\$argon2id\$/)
    const everything = JSON.stringify([await network.db('youth_pins'), await network.db('audit_events')])
    expect(everything).not.toContain('83059471')
  })

  it('puts whoever came in with the slip alone outside, and not the one who sets it', async () => {
    const { network, services, learnerId, young } = await aYoungPerson()
    const elsewhere = await youngVisitor(network, learnerId)
    await young.send('/me/keys/pin', { pin: '8305' }).expect(303)
    expect(await services.youthSessions.resolve(elsewhere.token)).toBeUndefined()
    expect(await services.youthSessions.resolve(young.token)).toMatchObject({ learnerId })
    await young.open('/me/keys').expect(200)
  })

  it('counts tries that come at once one by one, and stops them at the fifth', async () => {
    const { services, learnerId, youth } = await aYoungPerson()
    await setPin(services, youth, '8305')
    const answers = await Promise.all(Array.from({ length: 12 }, () => checkPin(services, learnerId, '1357')))
    expect(answers.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(4)
    expect(answers.filter(({ outcome }) => outcome === 'paused')).toHaveLength(8)
  })

  it('waits longer each time, an hour at most, and opens at the end of any pause', async () => {
    const { network, services, learnerId, youth } = await aYoungPerson()
    await setPin(services, youth, '8305')
    const pauses: number[] = []
    for (let round = 0; round < 6; round++) {
      for (let miss = 0; miss < 4; miss++) await checkPin(services, learnerId, '1357')
      const last = await checkPin(services, learnerId, '1357')
      const until = new Date(last.outcome === 'paused' ? last.until : 0)
      pauses.push((until.getTime() - network.time.now.getTime()) / 60_000)
      network.time.now = new Date(until.getTime() - 1000)
      expect(await checkPin(services, learnerId, '8305')).toMatchObject({ outcome: 'paused' })
      network.time.now = until
    }
    expect(pauses).toEqual([1, 5, 15, 60, 60, 60])
    expect(await checkPin(services, learnerId, '8305')).toEqual({ outcome: 'opens' })
    expect(await checkPin(services, learnerId, '1357')).toEqual({ outcome: 'wrong', left: 4 })
  })

  it('holds for both slips of somebody known twice, and goes with a new one', async () => {
    const { network, services, learnerId, youth } = await aYoungPerson()
    const [other] = (await network.db('learners').whereNot({ id: learnerId }).pluck('id')) as LearnerId[]
    await setPin(services, youth, '8305')
    await network.db('learners').where({ id: learnerId }).update({ merged_into: other })
    expect(await checkPin(services, other as LearnerId, '1357')).toMatchObject({ outcome: 'wrong' })
    await issueSlip(services, OPERATOR, other as string)
    expect(await network.db('youth_pins')).toEqual([])
  })
})

describe('an address', () => {
  async function withAddress() {
    const person = await aYoungPerson()
    const { network, young } = person
    await young.send('/me/keys/mail', { email: 'Zephyrine@Exemple.FR ' }).expect(303)
    await untilMailed(network, 1)
    const path = linkIn(network)
    await young.open(path).expect(200)
    await young.send(path).expect(303)
    network.mailbox.length = 0
    return person
  }

  it('is added once its mailed link was opened in their own space, and nowhere else', async () => {
    const { network, young } = await aYoungPerson()
    await young.send('/me/keys/mail', { email: 'zephyrine@exemple.fr' }).expect(303)
    expect(saidOn(await young.open('/me/keys'))).not.toContain('Ton adresse : zephyrine')
    const path = linkIn(network)
    // who has the mailbox alone proves nothing: an address may be mistyped
    const stranger = await aStranger(network)
    expect((await stranger.open(path)).headers['location']).toBe('/s')
    await stranger.send(path).expect(401)
    const other = await network
      .db<{ id: LearnerId; given_name: string }>('learners')
      .where({ given_name: 'Hippolyte' })
      .first('id')
    await (await youngVisitor(network, other?.id as LearnerId)).open(path).expect(404)
    expect(await network.db('youth_emails')).toEqual([])
    await young.send(path).expect(303)
    await young.send(path).expect(410)
    expect(saidOn(await young.open('/me/keys'))).toContain('Ton adresse : zephyrine@exemple.fr')
  })

  it('lets its owner in by a link that serves once', async () => {
    const { network } = await withAddress()
    const stranger = await aStranger(network)
    await stranger.send('/s/mail', { email: 'ZEPHYRINE@exemple.fr' }).expect(200)
    await untilMailed(network, 1)
    const path = linkIn(network)
    // a mail program that looks at the link does not use it up
    for (let look = 0; look < 2; look++)
      expect(saidOn(await stranger.open(path).expect(200))).toContain('Bonjour Zéphyrine')
    const opened = await stranger.send(path).expect(303)
    expect(opened.headers['location']).toBe('/me')
    await stranger.open('/me').expect(200)
    await (await aStranger(network)).send(path).expect(410)
    await (await aStranger(network)).open(path).expect(410)
  })

  it('lets nobody in twenty minutes later', async () => {
    const { network } = await withAddress()
    await (await aStranger(network)).send('/s/mail', { email: 'zephyrine@exemple.fr' })
    await untilMailed(network, 1)
    const path = linkIn(network)
    network.time.now = new Date('2026-07-03T09:19:59Z')
    await (await aStranger(network)).open(path).expect(200)
    network.time.now = new Date('2026-07-03T09:20:00Z')
    await (await aStranger(network)).send(path).expect(410)
  })

  it('is not given away: the answer is the same whether or not it is known', async () => {
    const { network } = await withAddress()
    const answers = []
    for (const email of ['zephyrine@exemple.fr', 'personne@exemple.fr']) {
      const { status, text } = await (await aStranger(network)).send('/s/mail', { email })
      answers.push({ status, text: text.replaceAll(/name="_csrf" value="[^"]+"/g, '') })
    }
    expect(answers[1]).toEqual(answers[0])
    await untilMailed(network, 1)
    expect(network.mailbox.map(({ to }) => to)).toEqual(['zephyrine@exemple.fr'])
  })

  it('receives three links at most in twenty minutes, then more', async () => {
    const { network } = await withAddress()
    const stranger = await aStranger(network)
    for (let time = 1; time <= 3; time++) {
      await stranger.send('/s/mail', { email: 'zephyrine@exemple.fr' })
      await untilMailed(network, time)
    }
    await stranger.send('/s/mail', { email: 'zephyrine@exemple.fr' }).expect(200)
    // nothing shows that a request was looked at and refused: it is given the time to be
    await setTimeout(500)
    network.time.now = new Date('2026-07-03T09:20:00Z')
    await stranger.send('/s/mail', { email: 'zephyrine@exemple.fr' })
    await untilMailed(network, 4)
  })

  it('is asked to confirm itself three times, not six, when six are asked at once', async () => {
    const { network, young } = await aYoungPerson()
    const asked = Array.from({ length: 6 }, (_, at) =>
      young.send('/me/keys/mail', { email: `z${String(at)}@exemple.fr` }),
    )
    const statuses = (await Promise.all(asked)).map(({ status }) => status).sort()
    expect(statuses).toEqual([303, 303, 303, 429, 429, 429])
    expect(network.mailbox).toHaveLength(3)
  })

  it('opens nothing any more once it is taken away, even with a link mailed before', async () => {
    const { network, young } = await withAddress()
    await (await aStranger(network)).send('/s/mail', { email: 'zephyrine@exemple.fr' })
    await untilMailed(network, 1)
    await young.send('/me/keys/mail/remove').expect(303)
    await (await aStranger(network)).send(linkIn(network)).expect(410)
  })

  it('that is none keeps what was typed', async () => {
    const { young } = await aYoungPerson()
    const answer = await young.send('/me/keys/mail', { email: 'zephyrine@' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('value="zephyrine@"')
  })

  it('is confirmed by no link that was made to come in, and opens nothing with one made to confirm', async () => {
    const { network, young } = await withAddress()
    await (await aStranger(network)).send('/s/mail', { email: 'zephyrine@exemple.fr' })
    await untilMailed(network, 1)
    const wayIn = linkIn(network).split('/').at(-1) ?? ''
    await young.open(`/me/keys/mail/${wayIn}`).expect(404)
    await young.send('/me/keys/mail', { email: 'autre@exemple.fr' })
    await untilMailed(network, 2)
    const confirmation = linkIn(network).split('/').at(-1) ?? ''
    await (await aStranger(network)).open(`/s/mail/${confirmation}`).expect(404)
  })
})

describe('a key', () => {
  it('that is refused changes nothing: somebody else’s passkey, a lock without any key', async () => {
    const { network, young } = await aYoungPerson()
    const before = await snapshot(network)
    await young.send('/me/keys/passkeys/remove', { passkey: 'somebody-elses' }).expect(404)
    await young.send('/me/keys/passkeys/lock', { wish: 'lock' }).expect(404)
    expect(await snapshot(network)).toEqual(before)
  })
})

describe('a slip that was in other hands', () => {
  const addressOf = (network: Network, learnerId: LearnerId) =>
    network.db('youth_emails').where({ learner_id: learnerId })

  async function someoneWithAnAddress() {
    const world = await aYoungPerson()
    await world.network.db('youth_emails').insert({
      learner_id: world.learnerId,
      email: 'trouveur@exemple.fr',
      confirmed_at: '2026-07-03T08:00:00Z',
    })
    return world
  }

  it('takes the keys with it that its finder may have added, when the trainer says so', async () => {
    const { network, learnerId } = await someoneWithAnAddress()
    const trainer = await network.browse('trainer')
    const page = await trainer.send('/slips', { givenName: 'Zéphyrine', familyName: 'Quillévéré' })
    expect(saidOn(page)).toContain('dans d’autres mains')
    expect((await trainer.send(`/learners/${learnerId}/slip`, { elsewhere: 'yes' })).status).toBe(303)
    expect(await addressOf(network, learnerId)).toEqual([])
    expect(await network.db('audit_events').where({ action: 'youth.email-removed' })).toHaveLength(1)
  })

  it('that is merely lost leaves the person what they added themselves', async () => {
    const { network, learnerId } = await someoneWithAnAddress()
    const trainer = await network.browse('trainer')
    expect((await trainer.send(`/learners/${learnerId}/slip`)).status).toBe(303)
    expect(await addressOf(network, learnerId)).toHaveLength(1)
  })
})
