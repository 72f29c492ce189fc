import { mayActIn, type StaffActor } from '../../kernel/roles.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import type { Member } from '../accounts/index.ts'
import type { Organisation } from '../organisations/index.ts'
import type { Training } from './training.ts'

/** The training record of a structure's team. */
export function trainingsPage(
  input: {
    readonly organisation: Organisation
    readonly members: readonly Member[]
    readonly trainings: readonly Training[]
    readonly actor: StaffActor
  },
  t: Translate,
) {
  const { organisation, members, trainings, actor } = input
  const path = `/organisation/${organisation.slug}/trainings`
  const coordinates = mayActIn(actor, organisation.id, 'coordinator')
  return {
    title: t('trainings.title'),
    section: 'organisation',
    back: `/organisation/${organisation.slug}/invitations`,
    organisationName: organisation.name,
    coordinates,
    action: path,
    members: members.map(({ accountId, name }) => ({
      name,
      trainings: trainings
        .filter((training) => training.accountId === accountId)
        .map((training) => ({
          title: training.title,
          provider: training.provider,
          completedOn: training.completedOn,
          hours: training.hours === null ? undefined : t('trainings.hours', { count: training.hours }),
          removePath:
            coordinates && training.organisationId === organisation.id
              ? `${path}/${training.id}/remove`
              : undefined,
        })),
    })),
    people: members
      .filter(({ accountId }) => accountId !== actor.accountId)
      .map(({ accountId, name }) => ({ value: accountId, label: name })),
  }
}
