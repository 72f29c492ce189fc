import { languageCompetences, mobilityFramework } from '../../server/issuer/achievements/index.ts'
import {
  buildCredential,
  buildPassport,
  readPassport,
  type Award,
  type BuildContext,
  type PassportContent,
} from '../../server/issuer/credentials/index.ts'
import { newPublicCode } from '../../server/kernel/ids.ts'
import type { JsonObject } from '../../server/vc/index.ts'
import { competenceAward, NOW, PUBLIC_URL, STATUS_LIST } from './open-badge.ts'

const ISSUER = 'did:web:passerelle.example:orgs:clermont'
const LANGUAGES = ['LANG-DE', 'LANG-EN']
const WHAT_WAS_SEEN = [
  'A proposé un autre plan de coupe, puis l’a mené à bien avec l’équipe.',
  'Arrivée la première chaque matin, elle ouvrait l’atelier et préparait les machines.',
  'A expliqué le réglage de la scie à deux apprentis arrivés après elle, en allemand et avec les mains.',
]

/**
 * What the passport of one young person says: twelve competences and two languages in three voices, a stay, a session,
 * observations. The signature is only its shape: a page prints the same with it.
 */
export function samplePassport(at: number): PassportContent {
  const person = competenceAward(at)
  const shared = { ...person, confirmed: { level: '3', by: 'Anke Petersen, Tischlerei Petersen' } } as const
  const competences = mobilityFramework().competences.map(({ code }, index): Award => ({
    ...shared,
    competence: code,
    observation: WHAT_WAS_SEEN[index % WHAT_WAS_SEEN.length] ?? '',
  }))
  const known = languageCompetences().filter(({ code }) => LANGUAGES.includes(code))
  const languages = known.map(({ code }): Award => ({
    ...person,
    competence: code,
    level: 'B1',
    declaredLevel: 'A2',
  }))
  const { mobility } = person
  const stay: Award[] = mobility === undefined ? [] : [{ ...person, kind: 'mobility', mobility }]
  const session: Award = {
    ...person,
    kind: 'attendance',
    session: {
      title: 'Retour de mobilité',
      kind: 'return',
      startsOn: person.awardedOn,
      endsOn: person.awardedOn,
    },
  }
  const members = [...competences, ...languages, ...stay, session].map((award) =>
    award.kind === 'passport' || award.kind === 'endorsement'
      ? {}
      : looksSigned(buildCredential(award, context(at))),
  )
  const passport = buildPassport({ ...person, kind: 'passport' }, members, context(at))
  return readPassport(JSON.stringify(looksSigned(passport)), 'fr')
}

function context(at: number): BuildContext {
  return {
    id: `${PUBLIC_URL}/credentials/${newPublicCode()}`,
    publicUrl: PUBLIC_URL,
    issuer: { did: ISSUER, name: 'Mission locale de Clermont', email: 'mobilite@mission-locale.example' },
    status: [{ listUrl: STATUS_LIST, index: at, purpose: 'revocation' }],
    now: NOW,
  }
}

function looksSigned(document: JsonObject): JsonObject {
  const proof = {
    type: 'DataIntegrityProof',
    created: NOW.toISOString(),
    verificationMethod: `${ISSUER}#z6MkwXG2WjeQnNxSoynSGYU8V9j3QzP3JSqhdmkHc6SaVWoT`,
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
    proofValue: `z${Buffer.from(crypto.getRandomValues(new Uint8Array(64))).toString('hex')}`,
  }
  return { ...document, proof: [proof] }
}
