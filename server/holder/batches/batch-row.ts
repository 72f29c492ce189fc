import { z } from 'zod'
import type { IsoDate } from '../../kernel/clock.ts'
import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import { LANGUAGES, LOCALES } from '../../kernel/locale.ts'
import { PASSPORT_FORMS } from '../passports/index.ts'
import { OUTPUTS, SCOPES, type Batch, type BatchId, type BatchScope } from './batch.ts'

const row = z
  .object({
    id: z.string().transform((id) => id as BatchId),
    organisation_id: z.string().transform((id) => id as OrganisationId),
    requested_by: z
      .string()
      .nullable()
      .transform((id) => id as AccountId | null),
    requested_at: z.string(),
    scope: z.enum(SCOPES),
    period_from: z.string().nullable(),
    period_until: z.string().nullable(),
    session_ids: z.string(),
    form: z.enum(PASSPORT_FORMS),
    locale: z.enum(LOCALES),
    beside: z.enum(LANGUAGES).nullable(),
    output: z.enum(OUTPUTS),
    people: z.coerce.number(),
    under_way: z.coerce.number(),
    attempts: z.coerce.number(),
    lease_until: z.string().nullable(),
    failed_at: z.string().nullable(),
    finished_at: z.string().nullable(),
    cancelled_at: z.string().nullable(),
    expires_at: z.string(),
    deleted_at: z.string().nullable(),
  })
  .transform((values): Batch => ({
    id: values.id,
    organisationId: values.organisation_id,
    requestedBy: values.requested_by,
    requestedAt: values.requested_at,
    about: scopeOf(values),
    form: values.form,
    locale: values.locale,
    ...(values.beside === null ? {} : { beside: values.beside }),
    output: values.output,
    people: values.people,
    underWay: values.under_way,
    attempts: values.attempts,
    leaseUntil: values.lease_until,
    failedAt: values.failed_at,
    finishedAt: values.finished_at,
    cancelledAt: values.cancelled_at,
    expiresAt: values.expires_at,
    deletedAt: values.deleted_at,
  }))

const ids = z.array(z.string())

function scopeOf(values: {
  readonly scope: BatchScope['scope']
  readonly period_from: string | null
  readonly period_until: string | null
  readonly session_ids: string
}): BatchScope {
  const { scope } = values
  if (scope === 'sessions') return { scope, sessionIds: ids.parse(JSON.parse(values.session_ids)) }
  if (scope === 'everybody') return { scope }
  return { scope, from: values.period_from as IsoDate, until: values.period_until as IsoDate }
}

/** Rows of `passport_batches`, as the rest of the code knows them. */
export const parseBatches = (rows: unknown): Batch[] => z.array(row).parse(rows)
