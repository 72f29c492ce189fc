import { isoInstant } from '../../kernel/clock.ts'
import { asList, isJsonObject, verifyPresentation, type VerificationResult } from '../../vc/index.ts'
import { parseToken, verifyToken } from '../../vc/jose/index.ts'
import type { Found, Reader, ReadingProblem } from '../reading/index.ts'
import {
  verifyBrought,
  verifyOptions,
  type VerificationDeps,
  type VerifiedPage,
} from '../verification/index.ts'
import { askHost, type HostedBadge } from './ask-host.ts'

/** What we can say of what somebody gave us. */
export type Outcome =
  | { readonly kind: 'verdict'; readonly page: VerifiedPage; readonly found: Found }
  /** One of our documents: its own page says it. */
  | { readonly kind: 'ours'; readonly code: string; readonly digits?: string }
  /** An address of somebody else: shown, never followed. */
  | { readonly kind: 'address'; readonly address: string; readonly isQr: boolean }
  | { readonly kind: 'open-badge-2'; readonly badge: HostedBadge; readonly found: Found }
  | { readonly kind: 'problem'; readonly problem: ReadingProblem }

export interface AnyDocumentDeps extends VerificationDeps {
  readonly reader: Reader
}

/** Reads what somebody gave us, in a process of its own, and verifies what can be. Never throws for what it is given. */
export async function verifyAnything(
  deps: AnyDocumentDeps,
  source: Uint8Array | string,
  visitor?: string,
): Promise<Outcome> {
  const found = await deps.reader.read(source, visitor)
  switch (found.kind) {
    case 'problem':
      return { kind: 'problem', problem: found }
    case 'link':
      return 'code' in found.to
        ? { kind: 'ours', ...found.to }
        : { kind: 'address', address: found.to.address, isQr: found.carrier === 'qr' }
    case 'open-badge-2':
      return { kind: 'open-badge-2', badge: await askHost(deps, found), found }
    case 'credential':
      return {
        kind: 'verdict',
        found,
        page: await shown(deps, found, await verifyBrought(deps, found.document)),
      }
    case 'jwt':
      return {
        kind: 'verdict',
        found,
        page: await shown(deps, found, await verifyBroughtToken(deps, found.token)),
      }
  }
}

async function verifyBroughtToken(deps: VerificationDeps, token: string): Promise<VerifiedPage> {
  const parsed = parseToken(token)
  const { credential, ...result } = await verifyToken(
    token,
    verifyOptions(deps, 'payload' in parsed ? parsed.payload : {}),
  )
  return {
    ...result,
    checkedAt: isoInstant(deps.clock.now()),
    ...(credential === undefined ? {} : { document: credential }),
  }
}

/**
 * A credential out of a presentation that carries a forged proof was not shown by whoever signed it: nothing of it is
 * told. One without a proof is an envelope, and says nothing; also not of one inside it.
 */
async function shown(
  deps: VerificationDeps,
  { presentations = [] }: Found,
  page: VerifiedPage,
): Promise<VerifiedPage> {
  for (const presentation of presentations) {
    if (asList(presentation['proof']).filter(isJsonObject).length === 0) continue
    const { checks, verdict } = await verifyPresentation(presentation, verifyOptions(deps, presentation))
    if (isForged(checks)) return { verdict, checks, checkedAt: page.checkedAt }
  }
  return page
}

const isForged = (checks: VerificationResult['checks']): boolean =>
  checks.some(({ name, status }) => name === 'proof' && status === 'failed')
