import type { AppErrorCode } from '../../../server/kernel/errors.ts'
import type { Message } from '../messages.ts'

/** One sentence per expected failure: what happened, and what to do next. */
export const errors = {
  'not-signed-in': 'Connectez-vous pour continuer.',
  forbidden:
    'Cette action n’est pas ouverte à votre rôle. La personne qui coordonne votre structure peut vous aider.',
  'csrf-failed':
    'Cette page est restée ouverte trop longtemps, ou votre navigateur refuse les cookies. Acceptez-les pour ce site, rechargez la page et recommencez\u00a0: rien n’a été changé.',
  'login-failed': 'Adresse ou mot de passe non reconnus. Vérifiez-les et réessayez.',
  'too-many-requests': 'Beaucoup de demandes d’un coup. Réessayez dans une minute.',
  'link-expired': 'Ce lien n’est plus valable. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
  'link-unknown': 'Ce lien n’est pas reconnu. Vérifiez qu’il est complet, ou demandez-en un nouveau.',
  'not-found': 'Nous n’avons rien trouvé à cette adresse. Vérifiez-la, ou revenez à l’accueil.',
  'invalid-input': 'Une valeur n’est pas comprise. Corrigez-la et recommencez\u00a0: rien n’a été changé.',
  'body-too-large': 'C’est trop lourd pour nous\u00a0: {max} Mo au plus.',
  'malformed-json': 'Ce texte n’est pas du JSON lisible. Vérifiez qu’il est complet.',
  'json-too-deep': 'Ce JSON a plus de {max} niveaux\u00a0: nous ne l’avons pas lu.',
  'unsupported-media-type': 'Ce format d’envoi n’est pas pris en charge ici.',
  'method-not-allowed': 'Cette adresse n’accepte pas cette demande.',
  'file-too-large': 'Ce fichier est trop lourd\u00a0: {max} Mo au plus.',
  'file-not-an-image':
    'Ce fichier n’est pas une image que nous savons ouvrir. Essayez une photo JPEG, PNG ou WebP.',
  'file-type-refused': 'Ce type de fichier n’est pas accepté. Choisissez une photo, un PDF ou un texte.',
  'file-not-a-table':
    'Ce fichier n’est pas un tableau CSV. Dans Excel\u00a0: «\u00a0Enregistrer sous\u00a0», puis «\u00a0CSV\u00a0».',
  'file-empty': 'Ce fichier est vide\u00a0: il faut une ligne de titres et une ligne par jeune.',
  'too-many-rows':
    'Ce tableau a {rows} lignes\u00a0; nous en prenons {max} au plus. Coupez-le en plusieurs fichiers.',
  'import-has-errors': 'Des cases sont à corriger\u00a0: rien n’a été importé.',
  'session-already-signed': 'Cette session est déjà signée\u00a0: ses niveaux ne changent plus.',
  'nothing-to-sign': 'Il n’y a encore rien à signer dans cette session.',
  'changed-meanwhile':
    'Quelqu’un a modifié cette page entre-temps. Vérifiez les valeurs et enregistrez à nouveau.',
  'already-exists': 'Cela existe déjà.',
  'already-revoked': 'Cette attestation est déjà retirée.',
  'not-yet-issued': 'Cette attestation n’est pas encore signée. Réessayez dans un instant.',
  'schema-mismatch': 'Cette attestation ne respecte pas le format attendu\u00a0: elle n’a pas été signée.',
  'passport-too-large':
    'Ce passeport réunirait plus d’attestations qu’on ne peut en vérifier d’un coup\u00a0: il n’a pas été signé. Les attestations, elles, restent valables.',
  'signature-check-failed':
    'La signature n’a pas passé notre propre contrôle\u00a0: elle n’a pas été enregistrée.',
  'keys-locked': 'Les clés de signature ne s’ouvrent pas avec cette phrase secrète (KEYS_PASSPHRASE).',
  'keys-incomplete':
    'Le dossier {folder} contient des clés de signature, mais plus {file}, sans lequel aucune ne s’ouvre. Restaurez ce dossier depuis sa sauvegarde.',
  'key-missing':
    'La clé de signature {key} n’est pas dans le dossier des clés (KEYS_DIR). Restaurez ce dossier depuis sa sauvegarde, ou faites une rotation de clé.',
  'configuration-invalid': 'Un réglage n’est pas compris\u00a0: {name}. {hint}',
  'database-unavailable': 'La base de données ne répond pas. Réessayez dans un instant.',
  unexpected: 'Quelque chose s’est mal passé de notre côté. Réessayez dans un instant.',
} as const satisfies Record<AppErrorCode, Message>
