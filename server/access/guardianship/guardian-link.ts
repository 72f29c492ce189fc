import { createHmac } from 'node:crypto'
import { hashToken } from '../accounts/index.ts'
import type { GuardianLink, GuardianLinkId } from './agreement.ts'

const DAY_MS = 86_400_000
/** A letter waits on a kitchen table. */
export const LINK_DAYS = 30

/** Where the tokens of links come from: the installation's own secrets. */
export interface LinkSecrets {
  deriveSecret(purpose: string): Uint8Array
}

/**
 * The secret in a guardian's link. It is made again from the link's id when the letter is printed or mailed again:
 * nobody without the installation's secret can, and the database keeps a hash.
 */
export function linkToken(secrets: LinkSecrets, id: GuardianLinkId): string {
  return createHmac('sha256', secrets.deriveSecret('guardian-links')).update(id).digest('base64url')
}

export const guardianLinkUrl = (publicUrl: string, token: string): string => `${publicUrl}/g/${token}`

export const linkEnd = (from: Date): Date => new Date(from.getTime() + LINK_DAYS * DAY_MS)

/** Whether somebody may still agree with it, and it was made with the secrets there are now. */
export function isOpen(link: GuardianLink, secrets: LinkSecrets, now: Date): boolean {
  return (
    link.usedAt === null &&
    now.getTime() < Date.parse(link.expiresAt) &&
    hashToken(linkToken(secrets, link.id)) === link.tokenHash
  )
}
