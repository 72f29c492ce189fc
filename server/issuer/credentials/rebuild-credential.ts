import { AppError } from '../../kernel/errors.ts'
import { isoInstant } from '../../kernel/clock.ts'
import type { Locale } from '../../kernel/locale.ts'
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../vc/index.ts'
import type { LevelCode } from '../achievements/index.ts'
import type { BuildContext } from './award.ts'
import { checkOwnSchema } from './check-own-schema.ts'
import { issuerObject, statusProperty } from './common-properties.ts'
import { observationObject, ownEvidenceId } from './evidence-objects.ts'
import { renamed } from './rename-parts.ts'
import { confirmedEvidence, confirmedSubject } from './rebuild-confirmed.ts'
import { signedCredential, type SignedCredential } from './signed-shape.ts'

/** What a correction changes; everything that is not named stays as it was signed. */
export interface CredentialChange {
  /** The holder's name. */
  readonly name?: string
  /** The attested level: one that the competence has. */
  readonly level?: LevelCode
  /** What the trainer saw; null takes it out. */
  readonly observation?: string | null
  /** What the host abroad says of the level, and who it is; null takes the host's voice out. */
  readonly confirmed?: { readonly level: LevelCode; readonly by: string } | null
  /** Who attests what is changed, by name; needed with `level` and `observation`. */
  readonly attestedBy?: string
}

/**
 * The unsigned text of a credential that says the same as a signed one of ours, but for `change`, under a new `id`, with
 * status entries of its own and the issuer as it presents itself today. It is made from the signed document and not from
 * the award, so that nothing else of it can change: not the words of a framework that was reworded since, not a stay
 * that was edited.
 *
 * `awardedDate` stays: it was awarded when it was awarded. `validFrom` becomes now: Open Badges 3.0 (AchievementCredential)
 * tells versions apart by it and has `awardedDate` to keep the original date; in VCDM 2.0 §4.9 it is the moment from
 * which this credential, with these claims, holds.
 * @throws AppError `schema-mismatch` for a document that is not one of ours, or a level that its competence does not have
 */
export function rebuildCredential(
  signed: JsonObject,
  change: CredentialChange,
  context: BuildContext,
): JsonObject {
  const known = signedCredential.safeParse(signed)
  if (!known.success) throw new AppError('schema-mismatch', {}, [], { cause: known.error })
  const { proof: _proof, ...content } = signed
  const document = renamed(content, known.data.id, context.id)
  const { official } = known.data.issuer
  const attestedBy = change.attestedBy ?? official
  const rebuilt: JsonObject = {
    ...document,
    id: context.id,
    issuer: issuerObject(context.issuer, attestedBy),
    validFrom: isoInstant(context.now),
    credentialStatus: statusProperty(context.status),
    credentialSubject: changedSubject(document['credentialSubject'], known.data, change),
  }
  const evidence = changedEvidence(document, change, {
    id: ownEvidenceId(context.id, 'observation'),
    locale: known.data.credentialSubject.achievement.inLanguage,
    attestedBy: attestedBy ?? '',
  })
  const told =
    change.confirmed === undefined ? evidence : confirmedEvidence(evidence, context.id, change.confirmed)
  if (told.length > 0) rebuilt['evidence'] = told
  else delete rebuilt['evidence']
  checkOwnSchema('open-badge-credential', rebuilt)
  return rebuilt
}

function changedSubject(
  subject: JsonValue | undefined,
  read: SignedCredential,
  { name, level, confirmed }: CredentialChange,
): JsonValue {
  if (!isJsonObject(subject)) throw new AppError('schema-mismatch')
  const changed: JsonObject = { ...subject }
  if (name !== undefined) {
    changed['name'] = name
    changed['identifier'] = asList(subject['identifier']).map((identity) =>
      isJsonObject(identity) && identity['identityType'] === 'name'
        ? { ...identity, identityHash: name }
        : identity,
    )
  }
  if (level !== undefined) changed['result'] = changedResult(subject['result'], read, level)
  return confirmed === undefined ? changed : confirmedSubject(changed, read, confirmed)
}

/** The trainer's result, pointing to another level of its own description. */
function changedResult(results: JsonValue | undefined, read: SignedCredential, level: LevelCode): JsonValue {
  const { resultDescription } = read.credentialSubject.achievement
  const attested = resultDescription.find(({ id }) => id.endsWith('#attested'))
  const target = attested?.rubricCriterionLevel.find((rubric) => rubric.level === level)
  if (attested === undefined || target === undefined) throw new AppError('schema-mismatch')
  return asList(results).map((result) =>
    isJsonObject(result) && result['resultDescription'] === attested.id
      ? { ...result, achievedLevel: target.id }
      : result,
  )
}

function changedEvidence(
  document: JsonObject,
  { observation }: CredentialChange,
  own: { readonly id: string; readonly locale: Locale; readonly attestedBy: string },
): JsonValue[] {
  const evidence = asList(document['evidence'])
  if (observation === undefined) return evidence
  const others = evidence.filter((one) => !isJsonObject(one) || one['id'] !== own.id)
  return observation === null ? others : [observationObject(own, observation), ...others]
}
