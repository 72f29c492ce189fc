import type {
  AttendanceAward,
  BuildContext,
  CompetenceAward,
  EndorsementAward,
  MobilityAward,
  MobilityFacts,
  PassportAward,
} from '../../../server/issuer/credentials/index.ts'
import { parseIsoDate, type IsoDate } from '../../../server/kernel/clock.ts'
import { newId, newPublicCode, type LearnerId, type OrganisationId } from '../../../server/kernel/ids.ts'
import {
  didKeyOf,
  generateKeyPair,
  issueCredential,
  verificationMethodOf,
  type JsonObject,
  type SigningKey,
} from '../../../server/vc/index.ts'

export const PUBLIC_URL = 'https://passerelle.example'
export const NOW = new Date('2026-07-03T16:20:00Z')
export const SUBJECT = 'urn:uuid:3f1b6f3e-8c0e-4b75-9a3a-b6a4f7f0c111'

export function day(text: string): IsoDate {
  const parsed = parseIsoDate(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}

export const STAY: MobilityFacts = {
  programme: 'Erasmus+ formation professionnelle',
  kind: 'Fieldwork',
  activity: 'Stage en menuiserie',
  hostName: 'Tischlerei Hansen',
  hostTown: 'Brême',
  hostCountry: 'DE',
  startsOn: day('2026-03-02'),
  endsOn: day('2026-05-29'),
}

const common = (name: string) => ({
  awardKey: `test:${newId<string>()}`,
  learner: { id: newId<LearnerId>(), name, subjectUrn: SUBJECT },
  organisationId: newId<OrganisationId>(),
  sessionId: null,
  locale: 'fr' as const,
  awardedOn: day('2026-07-03'),
  attestedBy: 'Karim Le Goff',
})

/** A competence in three voices, with everything a credential can say of it. */
export function aCompetence(change: Partial<CompetenceAward> = {}, name = 'Inès Benali'): CompetenceAward {
  return {
    ...common(name),
    kind: 'competence',
    competence: 'EQUIPE',
    level: '3',
    declaredLevel: '2',
    confirmed: { level: '4', by: 'Anke Hansen, maître d’apprentissage' },
    observation: 'Inès a repris seule le plan d’un escalier et l’a expliqué à deux apprentis.',
    mobility: STAY,
    evidence: [
      { name: 'Plan de l’escalier', genre: 'Photo', sha256: '0123456789abcdef'.repeat(4) },
      { name: 'Journal de bord', narrative: 'Semaine 6 : un malentendu réglé.', genre: 'Observation' },
    ],
    ...change,
  }
}

export function aStay(change: Partial<MobilityAward> = {}, name = 'Inès Benali'): MobilityAward {
  return { ...common(name), kind: 'mobility', mobility: STAY, summary: 'Deux escaliers, un toit.', ...change }
}

export function anAttendance(change: Partial<AttendanceAward> = {}, name = 'Inès Benali'): AttendanceAward {
  return {
    ...common(name),
    kind: 'attendance',
    session: {
      title: 'Retour de mobilité, Quimper',
      kind: 'return',
      place: 'Quimper',
      startsOn: day('2026-07-02'),
      endsOn: day('2026-07-03'),
    },
    ...change,
  }
}

/** What a host said through a mailed link, named and in their own words. */
export function anEndorsement(
  change: Partial<EndorsementAward> = {},
  name = 'Inès Benali',
): EndorsementAward {
  return {
    ...common(name),
    kind: 'endorsement',
    endorses: 'test:stay',
    stay: STAY,
    dates: { startsOn: STAY.startsOn, endsOn: STAY.endsOn },
    tutor: { name: 'Anke Hansen', role: 'Tischlermeisterin' },
    sentence: 'Inès hat den Plan einer Treppe allein übernommen.',
    reached: { way: 'mail', askedOn: day('2026-06-01'), answeredOn: day('2026-06-03') },
    ...change,
  }
}

export function aPassport(name = 'Inès Benali', locale: 'fr' | 'en' = 'fr'): PassportAward {
  return { ...common(name), kind: 'passport', locale }
}

export const key: SigningKey = await newKey()

async function newKey(): Promise<SigningKey> {
  const pair = await generateKeyPair()
  const did = didKeyOf(pair.publicKeyMultibase)
  return { ...pair, did, verificationMethod: verificationMethodOf(did, pair.publicKeyMultibase) }
}

/** What the register adds to an award; a structure that can be reached. */
export function aContext(issuer: Partial<BuildContext['issuer']> = {}): BuildContext {
  return {
    id: `${PUBLIC_URL}/credentials/${newPublicCode()}`,
    publicUrl: PUBLIC_URL,
    issuer: {
      did: key.did,
      name: 'Mission locale de Quimper',
      url: 'https://ml-quimper.example',
      email: 'mobilite@ml-quimper.example',
      countryCode: 'FR',
      ...issuer,
    },
    status: [{ listUrl: `${PUBLIC_URL}/status/1`, index: 94_567, purpose: 'revocation' }],
    now: NOW,
  }
}

/** Signed as everything is: in safe mode, so a term that no context defines is refused. */
export const sign = (unsigned: JsonObject): Promise<JsonObject> =>
  issueCredential(unsigned, key, { now: NOW })
