import type { Ground } from './grounds-of-authority.ts'
import { describeDocument, type JsonObject, type Verdict } from '../../vc/index.ts'
import { signedFacts, type SignedFacts } from './signed-facts.ts'
import { SOFTWARE } from './software.ts'
import type { RegisteredMember } from './registered-result.ts'
import { disclosure, hasPassed, type VerifiedPage } from './verified-page.ts'

/** The verdict page for machines. */
export interface VerificationReport {
  readonly verdict: Verdict
  readonly checks: readonly { readonly name: string; readonly status: string; readonly code: string }[]
  /** UTC ISO. */
  readonly checkedAt: string
  /** The code it was asked for by. */
  readonly code?: string
  /** What identifies the document and its signature. */
  readonly signature?: SignedFacts
  /** What verified. */
  readonly software: typeof SOFTWARE
  readonly credential?: {
    id?: string
    types: readonly string[]
    name?: string
    issuer: string
    validFrom?: string
  }
  readonly holder?: { readonly name: string }
  /** Structures of ours that signed something of it, as they are today. */
  readonly structuresToday?: readonly {
    /** The DID that signed. */
    readonly issuer: string
    /** The name of who answers for it now. */
    readonly name: string
    readonly state: 'open' | 'closed'
  }[]
  /** What those who attest were trained in, as our register has it. */
  readonly attestors?: readonly {
    /** The DID that signed. */
    readonly issuer: string
    readonly name: string
    readonly trainings: readonly Ground[]
  }[]
  readonly members?: readonly MemberReport[]
  readonly revokedAt?: string
  /** All that is said of the holder of a private document. */
  readonly initials?: string
  /** Its person had themselves erased; copies of it may still verify. */
  readonly erasedAt?: string
  /** Verification URL of the newest version. */
  readonly successor?: string
}

interface MemberReport {
  readonly id?: string
  readonly name?: string
  readonly verdict: Verdict
  readonly revokedAt?: string
}

/** Says to a machine exactly what the page says to a person: no content that may not be shown. */
export function verificationReport(page: VerifiedPage): VerificationReport {
  const signature = signedFacts(page)
  return {
    verdict: page.verdict,
    checks: page.checks.map(({ name, status, code }) => ({ name, status, code })),
    checkedAt: page.checkedAt,
    ...(page.code === undefined ? {} : { code: page.code }),
    ...(signature === undefined ? {} : { signature }),
    software: SOFTWARE,
    ...(page.document === undefined || !hasPassed(page, 'proof') ? {} : content(page, page.document)),
    ...(page.revokedAt === undefined ? {} : { revokedAt: page.revokedAt }),
    ...(page.initials === undefined ? {} : { initials: page.initials }),
    ...(page.erasedAt === undefined ? {} : { erasedAt: page.erasedAt }),
    ...(page.successor === undefined ? {} : { successor: page.successor }),
  }
}

function content(
  page: VerifiedPage,
  document: JsonObject,
): Pick<VerificationReport, 'credential' | 'holder' | 'structuresToday' | 'attestors' | 'members'> {
  const { id, types, title, issuerName, holderName, validFrom } = describeDocument(document)
  const shown = disclosure(page) !== 'none'
  const today = [...(page.today ?? [])].map(([issuer, { name, state }]) => ({ issuer, name, state }))
  const attestors = [...(page.grounds ?? [])].map(([key, trainings]) => {
    const [issuer = '', name = ''] = key.split('\n')
    return { issuer, name, trainings }
  })
  return {
    credential: {
      ...(id === undefined ? {} : { id }),
      types,
      ...(title === undefined || !shown ? {} : { name: title }),
      issuer: issuerName,
      ...(validFrom === undefined ? {} : { validFrom }),
    },
    ...(holderName === undefined || !shown ? {} : { holder: { name: holderName } }),
    ...(today.length === 0 || !shown ? {} : { structuresToday: today }),
    ...(attestors.length === 0 || !shown ? {} : { attestors }),
    ...(page.members === undefined || !shown ? {} : { members: page.members.map(reportMember) }),
  }
}

function reportMember(member: RegisteredMember): MemberReport {
  const { id, title } = describeDocument(member.credential)
  const revokedAt = member.record?.revokedAt ?? undefined
  return {
    ...(id === undefined ? {} : { id }),
    // what was withdrawn is named, not told
    ...(title === undefined || member.verdict === 'not-authentic' ? {} : { name: title }),
    verdict: member.verdict,
    ...(revokedAt === undefined ? {} : { revokedAt }),
  }
}
