import type { IsoDate } from '../../kernel/clock.ts'
import type { AccountId, Id, OrganisationId } from '../../kernel/ids.ts'

export type TrainingId = Id<'training'>

/** Something a member of staff was trained in: the ground on which their word is worth something. */
export interface Training {
  readonly id: TrainingId
  readonly accountId: AccountId
  /** The structure that saw the certificate and wrote it down. */
  readonly organisationId: OrganisationId
  readonly title: string
  /** Who gave it. */
  readonly provider: string
  readonly completedOn: IsoDate
  /** Length in hours, where it is known. */
  readonly hours: number | null
  readonly createdAt: string
}

export interface NewTraining {
  readonly accountId: AccountId
  readonly title: string
  readonly provider: string
  readonly completedOn: IsoDate
  readonly hours?: number | undefined
}
