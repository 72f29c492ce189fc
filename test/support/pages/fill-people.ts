import { currentOrNewLink, recordPaperAgreement } from '../../../server/access/guardianship/index.ts'
import { setPin } from '../../../server/access/youth-keys/index.ts'
import { OPERATOR } from '../../../server/commands/terminal.ts'
import type { Services } from '../../../server/compose.ts'
import { createShare, listShareable } from '../../../server/holder/sharing/index.ts'
import { currentOrNewSlip } from '../../../server/holder/slips/index.ts'
import { AppError } from '../../../server/kernel/errors.ts'
import type { OrganisationId } from '../../../server/kernel/ids.ts'
import { answerQuestion, askHost } from '../../../server/records/host-voice/index.ts'
import { createLearner } from '../../../server/records/learners/index.ts'
import type { placesOf, Seat } from './find-seats.ts'
import { need } from './need.ts'
import { DAY, bornFor, day, on } from './days.ts'

type Seats = Awaited<ReturnType<typeof placesOf>>

/** One host who has answered, one who was asked, one link that is over. */
export async function fillHosts(services: Services, { signed }: Seats) {
  const ask = async (learner: string, tutorName: string) => {
    const { mobilityId } = need(signed.people[learner])
    const asked = await askHost(services, OPERATOR, { mobilityId, language: 'de', tutorName })
    return { mobility: `/mobilities/${mobilityId}`, code: asked.code }
  }
  const answered = await ask('Tom Le Goff', 'Anke Hansen')
  await answerQuestion(services, {
    code: answered.code,
    language: 'de',
    startsOn: on('2026-03-02'),
    endsOn: on('2026-05-29'),
    levels: { EQUIPE: '3' },
    sentence: 'Tom hat vom ersten Tag an mitgedacht und das Team zum Lachen gebracht.',
    tutorName: 'Anke Hansen',
    tutorRole: 'Tischlermeisterin',
    named: true,
  })
  return { answered, asked: await ask('Ewen O’Connell', 'Jens Petersen') }
}

/** Somebody under age whose guardian is asked, and somebody who has just come of age. */
export async function fillGuardians(services: Services, { open }: Seats) {
  const now = services.clock.now()
  const age = (learnerId: string, years: number) =>
    // the demonstration's people grow older with the calendar: these two keep their age
    services
      .db('learners')
      .where({ id: learnerId })
      .update({ birth_date: bornFor(years, now) })
  const noe = need(open.people['Noé Petit']).learnerId
  const malo = need(open.people['Malo Kerouac']).learnerId
  await age(noe, 16)
  await age(malo, 17)
  const paper = { givenOn: day(now), reference: 'Classeur des accords, 2026' }
  await recordPaperAgreement(services, OPERATOR, { learnerId: malo, ...paper })
  await age(malo, 18)
  const long = new Date(now.getTime() - 200 * DAY).toISOString()
  await services.db('learners').where({ id: malo }).update({ created_at: long })
  return { guardian: (await currentOrNewLink(services, OPERATOR, noe)).url }
}

export async function shareOf(services: Services, seat: Seat | undefined) {
  const { learnerId } = need(seat)
  const held = await listShareable(services.db, learnerId, 'fr')
  const { id, code } = await createShare(
    services,
    { kind: 'learner', learnerId, name: 'Inès' },
    {
      credentials: held.slice(0, 3).map((one) => one.id),
      recipient: 'Menuiserie Morvan',
      recipientShown: true,
      endsOn: day(new Date(services.clock.now().getTime() + 30 * DAY)),
    },
  )
  return { own: `/me/shares/${id}`, link: `/p/${code}` }
}

/** A slip that asks for a PIN. */
export async function lockSlip(services: Services, seat: Seat | undefined): Promise<string> {
  const { learnerId } = need(seat)
  await setPin(services, { kind: 'learner', learnerId, name: 'Yanis' }, '8305')
  return `/s/${(await currentOrNewSlip(services, OPERATOR, learnerId)).slip}`
}

/** One person written down twice. */
export async function makeTwins(services: Services, organisationId: OrganisationId): Promise<string> {
  const ids: string[] = []
  for (const givenName of ['Tiphaine', 'Tifaine']) {
    const identity = { givenName, familyName: 'Quéméneur', birthDate: on('2004-03-21'), email: null }
    ids.push((await createLearner(services, OPERATOR, { ...identity, organisationId })).id)
  }
  if (ids.length !== 2) throw new AppError('not-found')
  return `/learners/duplicates/${ids.join('/')}`
}
