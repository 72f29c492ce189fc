import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { listEvents } from '../../../server/access/audit/index.ts'
import { currentOrNewLink } from '../../../server/access/guardianship/index.ts'
import { youngVisitor } from '../../holder/young-visitor.ts'
import { OPERATOR, saidOn } from '../../support/app-world.ts'
import { aNetworkWithAMinor, bornOn } from './a-minor.ts'

const HTML = { Accept: 'text/html', 'Accept-Language': 'fr' }
type Minor = Awaited<ReturnType<typeof aNetworkWithAMinor>>

const ward = ({ learnerId }: Minor) => `/learners/${learnerId}/guardian`
const paper = { givenOn: '2026-06-30', reference: 'Classeur 2026, feuille 12' }

async function verdictOf({ network, passportCode }: Minor): Promise<string> {
  const answer = await request(network.app).get(`/v/${passportCode}`).set('Accept', 'application/json')
  return (answer.body as { verdict: string }).verdict
}

/** The guardian's telephone, on the page their link opens. */
async function aGuardian(minor: Minor) {
  const { services, app } = minor.network
  const { url } = await currentOrNewLink(services, OPERATOR, minor.learnerId)
  const path = new URL(url).pathname
  const agent = request.agent(app)
  const open = () => agent.get(path).set(HTML)
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await open()).text)?.[1] ?? ''
  const send = (where: string, values: Record<string, string> = {}) =>
    agent
      .post(where)
      .set(HTML)
      .type('form')
      .send({ ...values, _csrf: csrf })
  return {
    path,
    open,
    agree: (values: Record<string, string> = { authority: 'yes' }) => send(path, values),
    withdraw: () => send(`${path}/withdraw`),
  }
}

describe('an agreement on paper', () => {
  it('is written down by the trainer of a session, with its day and where it is kept', async () => {
    const minor = await aNetworkWithAMinor()
    const trainer = await minor.network.browse('trainer')
    expect(saidOn(await trainer.open(ward(minor)))).toContain('Pas encore d’accord')
    await trainer.send(ward(minor), paper).expect(303)
    const page = saidOn(await trainer.open(ward(minor)))
    expect(page).toContain('Accord donné le 30 juin 2026')
    expect(page).toContain('Classeur 2026, feuille 12')
    expect(await verdictOf(minor)).toBe('verified')
  })

  it('leaves in the trail who recorded it, and neither a name nor where the paper is', async () => {
    const minor = await aNetworkWithAMinor()
    const { network, learnerId } = minor
    await (await network.browse('trainer')).send(ward(minor), paper).expect(303)
    const events = await listEvents(network.db, { subject: { type: 'learner', id: learnerId } })
    const recorded = events.find(({ action }) => action === 'guardian-agreement.recorded')
    expect(recorded).toMatchObject({ actorName: 'Personne trainer', details: { way: 'paper' } })
    expect(JSON.stringify(recorded)).not.toMatch(/Classeur|Zéphyrine/)
  })

  it.each([
    [{ ...paper, givenOn: '2026-07-04' }, 'n’est pas encore arrivé'],
    [{ ...paper, givenOn: '2026-02-30' }, 'Cette date n’existe pas'],
    [{ ...paper, givenOn: '' }, 'ne peut pas rester vide'],
    [{ ...paper, reference: ' ' }, 'ne peut pas rester vide'],
  ])('keeps what was typed when something is not right: %o', async (values, sentence) => {
    const minor = await aNetworkWithAMinor()
    const answer = await (await minor.network.browse('trainer')).send(ward(minor), values)
    expect(answer.status).toBe(422)
    expect(saidOn(answer)).toContain(sentence)
    if (values.reference.trim() !== '') expect(answer.text).toContain(`value="${values.reference}"`)
    expect(await minor.network.db('guardian_agreements')).toEqual([])
  })

  it('may be today’s, and not of a day to come in Paris', async () => {
    const minor = await aNetworkWithAMinor()
    // in Paris it is already the fourth
    minor.at('2026-07-03T22:30:00Z')
    await bornOn(minor.network, minor.learnerId, '2009-01-01')
    const trainer = await minor.network.browse('trainer')
    await trainer.send(ward(minor), { ...paper, givenOn: '2026-07-05' }).expect(422)
    await trainer.send(ward(minor), { ...paper, givenOn: '2026-07-04' }).expect(303)
  })

  it('is asked for once, and not for somebody of age', async () => {
    const minor = await aNetworkWithAMinor()
    const trainer = await minor.network.browse('trainer')
    await trainer.send(ward(minor), paper).expect(303)
    await trainer.send(ward(minor), paper).expect(409)
    await bornOn(minor.network, minor.learnerId, '2005-01-01')
    await trainer.send(`${ward(minor)}/withdraw`).expect(303)
    await trainer.send(ward(minor), paper).expect(409)
    expect(saidOn(await trainer.open(ward(minor)))).toContain('est majeure')
  })

  it('does not exist for a trainer of somebody else’s, nor for a colleague who leads no session of theirs', async () => {
    const minor = await aNetworkWithAMinor()
    for (const person of ['colleague', 'neighbour', 'neighbourLead', 'leaver'] as const) {
      const browser = await minor.network.browse(person)
      await browser.open(ward(minor)).expect(404)
      await browser.send(ward(minor), paper).expect(404)
      await browser.send(`${ward(minor)}/mail`, { email: 'parent@exemple.fr' }).expect(404)
      await browser.send(`${ward(minor)}/link`).expect(404)
      await browser.open(`${ward(minor)}/letter`).expect(404)
      await browser.send(`${ward(minor)}/withdraw`).expect(404)
    }
    expect(await minor.network.db('guardian_agreements')).toEqual([])
    expect(await minor.network.db('guardian_links')).toEqual([])
    expect(minor.network.mailbox).toEqual([])
  })
})

describe('the guardian’s link', () => {
  it('is mailed with visible confirmation, and mailed again it is the same and lasts longer', async () => {
    const minor = await aNetworkWithAMinor()
    const { network } = minor
    const coordinator = await network.browse('coordinator')
    const to = { email: 'parent@exemple.fr', locale: 'fr' }
    const sent = await coordinator.send(`${ward(minor)}/mail`, to).expect(303)
    expect(sent.headers['location']).toBe(ward(minor))
    const page = saidOn(await coordinator.open(ward(minor)))
    expect(page).toContain('Le lien est parti.')
    expect(page).toContain('Envoyé par courriel le 3 juillet 2026')
    expect(page).toContain('valable jusqu’au 2 août 2026')
    minor.at('2026-07-03T15:00:00Z')
    await coordinator.send(`${ward(minor)}/mail`, { ...to, locale: 'en' }).expect(303)
    const [first, second] = network.mailbox.map(({ text }) => /http\S+\/g\/[\w-]+/.exec(text)?.[0])
    expect(second).toBe(first)
    expect(network.mailbox[1]?.subject).toContain('Your agreement')
    // the address serves once
    const tables = JSON.stringify([await network.db('guardian_links'), await network.db('audit_events')])
    expect(tables).not.toContain('parent@exemple.fr')
    expect(tables).not.toContain(first?.split('/').at(-1))
  })

  it('asks nothing but the one question, in French and in English, and opens the passport when agreed', async () => {
    const minor = await aNetworkWithAMinor()
    const guardian = await aGuardian(minor)
    const page = await guardian.open()
    for (const said of ['Qui nous sommes', 'Ce qui est enregistré', 'Ce qui deviendra visible', 'CNIL'])
      expect(saidOn(page)).toContain(said)
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    expect(saidOn(await request(minor.network.app).get(`${guardian.path}?lang=en`).set(HTML))).toContain(
      'What will be seen',
    )
    await guardian.agree().expect(303)
    expect(saidOn(await guardian.open())).toContain('Votre accord est enregistré depuis le 3 juillet 2026')
    expect(await verdictOf(minor)).toBe('verified')
    const events = await listEvents(minor.network.db, { subject: { type: 'learner', id: minor.learnerId } })
    expect(events.find(({ action }) => action === 'guardian-agreement.recorded')).toMatchObject({
      actorKind: 'guardian',
      actorName: '',
    })
  })

  it('takes no agreement from who does not say that they may give it', async () => {
    const minor = await aNetworkWithAMinor()
    const guardian = await aGuardian(minor)
    const answer = await guardian.agree({})
    expect(answer.status).toBe(422)
    expect(saidOn(answer)).toContain('Cochez cette case')
    expect(await verdictOf(minor)).toBe('private')
  })

  it('serves to agree once; the agreement is taken back as easily, and then a new link is needed', async () => {
    const minor = await aNetworkWithAMinor()
    const guardian = await aGuardian(minor)
    await guardian.agree().expect(303)
    await guardian.agree().expect(410)
    await guardian.withdraw().expect(303)
    expect(await verdictOf(minor)).toBe('private')
    expect(saidOn(await guardian.open())).toContain('L’accord a été retiré')
    await guardian.agree().expect(410)
    expect(await verdictOf(minor)).toBe('private')
  })

  it('expires after thirty days without an answer, at the second', async () => {
    const minor = await aNetworkWithAMinor('2010-01-01')
    const guardian = await aGuardian(minor)
    minor.at('2026-08-02T08:59:59Z')
    await guardian.open().expect(200)
    minor.at('2026-08-02T09:00:00Z')
    expect(saidOn(await guardian.open().expect(410))).toContain('n’attend plus de réponse')
    await guardian.agree().expect(410)
    expect(await verdictOf(minor)).toBe('private')
  })

  it('dies when the young person comes of age, agreed or not, and says nothing of them', async () => {
    const minor = await aNetworkWithAMinor('2008-07-04')
    const guardian = await aGuardian(minor)
    await guardian.agree().expect(303)
    minor.at('2026-07-03T22:00:00Z')
    const page = await guardian.open().expect(410)
    expect(saidOn(page)).toContain('La personne est majeure')
    expect(page.text).not.toContain('Zéphyrine')
    await guardian.withdraw().expect(410)
    expect(await verdictOf(minor)).toBe('verified')
  })

  it('opens nothing when it is not the one that was made', async () => {
    const minor = await aNetworkWithAMinor()
    const guardian = await aGuardian(minor)
    for (const path of [`${guardian.path}x`, '/g/0', `/g/${'a'.repeat(43)}`]) {
      const page = await request(minor.network.app).get(path).set(HTML)
      expect(page.status).toBe(404)
      expect(page.text).not.toContain('Zéphyrine')
    }
  })

  it('prints as a letter with the very same link, for whoever may', async () => {
    const minor = await aNetworkWithAMinor()
    const trainer = await minor.network.browse('trainer')
    expect(saidOn(await trainer.open(`${ward(minor)}/letter`))).toContain('Imprimer une lettre')
    await trainer.send(`${ward(minor)}/link`).expect(303)
    const letter = await trainer.open(`${ward(minor)}/letter`)
    const { path } = await aGuardian(minor)
    expect(letter.text).toContain(path)
    expect(letter.text).toContain('<svg')
  })
})

describe('a young person’s own word', () => {
  it('closes a page that their guardian opened, and opens it again', async () => {
    const minor = await aNetworkWithAMinor()
    await (await aGuardian(minor)).agree().expect(303)
    const young = await youngVisitor(minor.network, minor.learnerId)
    await young.send('/me/visibility', { wish: 'private' }).expect(303)
    expect(await verdictOf(minor)).toBe('private')
    expect(saidOn(await young.open('/me/visibility'))).toContain('Ta page est privée')
    await young.send('/me/visibility', { wish: 'public' }).expect(303)
    expect(await verdictOf(minor)).toBe('verified')
  })

  it('is heard whole when several things are said at once', async () => {
    const { network, learnerId } = await aNetworkWithAMinor('2011-07-05')
    const young = await youngVisitor(network, learnerId)
    for (let round = 0; round < 4; round++) {
      await network.db('youth_choices').delete()
      const said = ['agree', 'private'].map((wish) => young.send('/me/visibility', { wish }))
      expect((await Promise.all(said)).map(({ status }) => status)).toEqual([303, 303])
      expect(await network.db('youth_choices')).toMatchObject([
        { agreed_at: '2026-07-03T09:00:00Z', kept_private_at: '2026-07-03T09:00:00Z' },
      ])
    }
  })

  it('opens nothing by itself before the guardian agreed', async () => {
    const minor = await aNetworkWithAMinor()
    const young = await youngVisitor(minor.network, minor.learnerId)
    await young.send('/me/visibility', { wish: 'public' }).expect(303)
    expect(await verdictOf(minor)).toBe('private')
    expect(saidOn(await young.open('/me/visibility'))).toContain('Tu as moins de 18 ans')
  })

  it('is asked below fifteen, and may be taken back', async () => {
    const minor = await aNetworkWithAMinor('2011-07-05')
    await (await aGuardian(minor)).agree().expect(303)
    const young = await youngVisitor(minor.network, minor.learnerId)
    expect(saidOn(await young.open('/me/visibility'))).toContain('Il manque ton accord')
    await young.send('/me/visibility', { wish: 'agree' }).expect(303)
    expect(await verdictOf(minor)).toBe('verified')
    await young.send('/me/visibility', { wish: 'disagree' }).expect(303)
    expect(await verdictOf(minor)).toBe('private')
  })

  it('that was no stays no on their fifteenth birthday, when nobody asks for it any more', async () => {
    const minor = await aNetworkWithAMinor('2011-07-04')
    await (await aGuardian(minor)).agree().expect(303)
    const young = await youngVisitor(minor.network, minor.learnerId)
    await young.send('/me/visibility', { wish: 'agree' }).expect(303)
    await young.send('/me/visibility', { wish: 'disagree' }).expect(303)
    minor.at('2026-07-03T22:00:00Z')
    expect(await verdictOf(minor)).toBe('private')
    const later = await youngVisitor(minor.network, minor.learnerId)
    expect(saidOn(await later.open('/me/visibility'))).toContain('Ta page est privée')
    await later.send('/me/visibility', { wish: 'public' }).expect(303)
    expect(await verdictOf(minor)).toBe('verified')
  })

  it('is theirs alone from eighteen on: a page says so once, and they choose', async () => {
    const minor = await aNetworkWithAMinor('2008-07-04')
    minor.at('2026-07-03T21:59:59Z')
    const before = await youngVisitor(minor.network, minor.learnerId)
    await before.open('/me').expect(200)
    expect((await before.open('/me/eighteen')).headers['location']).toBe('/me/visibility')
    minor.at('2026-07-03T22:00:00Z')
    const young = await youngVisitor(minor.network, minor.learnerId)
    expect((await young.open('/me')).headers['location']).toBe('/me/eighteen')
    const page = await young.open('/me/eighteen')
    expect(saidOn(page)).toContain('Tu as 18 ans, Zéphyrine')
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const choose = (values: Record<string, string>) =>
      young.agent
        .post('/me/eighteen')
        .set(HTML)
        .type('form')
        .send({ ...values, _csrf: csrf })
    await choose({ wish: 'agree' }).expect(422)
    await choose({ wish: 'private' }).expect(303)
    expect(await verdictOf(minor)).toBe('private')
    await young.open('/me').expect(200)
    expect((await young.open('/me/eighteen')).headers['location']).toBe('/me/visibility')
  })

  it('never says so to somebody who was of age when we first met', async () => {
    const minor = await aNetworkWithAMinor('2005-07-04')
    const young = await youngVisitor(minor.network, minor.learnerId)
    await young.open('/me').expect(200)
  })
})
