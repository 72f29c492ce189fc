import type { AppErrorCode } from '../../../server/kernel/errors.ts'
import type { Message } from '../messages.ts'

/** One sentence per expected failure: what happened, and what to do next. */
export const errors = {
  'not-signed-in': 'Connectez-vous pour continuer.',
  'youth-not-recognised': 'Scanne ta fiche, ou tape son code, pour continuer.',
  'token-missing':
    'Cette adresse est réservée aux programmes qui présentent un jeton (Authorization\u00a0: Bearer …).',
  'token-refused':
    'Ce jeton n’ouvre rien ici\u00a0: il est incomplet, remplacé, arrivé à son terme ou désactivé. Demandez-en un nouveau à la plateforme.',
  'scope-missing': 'Ce jeton ne donne pas ce droit\u00a0: {scope}. Demandez-le à la plateforme.',
  forbidden:
    'Cette action n’est pas ouverte à votre rôle. La personne qui coordonne votre structure peut vous aider.',
  'csrf-failed':
    'Cette page est restée ouverte trop longtemps, ou votre navigateur refuse les cookies. Acceptez-les pour ce site, rechargez la page et recommencez\u00a0: rien n’a été changé.',
  'login-failed': 'Adresse ou mot de passe non reconnus. Vérifiez-les et réessayez.',
  'too-many-requests': 'Beaucoup de demandes d’un coup. Réessayez dans une minute.',
  'link-expired': 'Ce lien n’est plus valable. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
  'link-unknown': 'Ce lien n’est pas reconnu. Vérifiez qu’il est complet, ou demandez-en un nouveau.',
  'second-factor-needed':
    'Votre rôle demande un deuxième moyen de vous reconnaître. Ajoutez-le sur la page Sécurité de votre compte, puis continuez.',
  'code-refused': 'Ce code n’est pas reconnu. Prenez le code affiché maintenant, ou un code de secours.',
  'passkey-refused':
    'Cette clé d’accès n’a pas été reconnue. Il est possible d’essayer encore, ou de choisir un autre moyen d’entrer.',
  'passkeys-unavailable':
    'Les clés d’accès ne fonctionnent qu’à une adresse https avec un nom de domaine. Tous les autres moyens d’entrer restent ouverts.',
  'sign-on-unavailable':
    'La connexion par votre organisation ne répond pas en ce moment. Réessayez dans quelques minutes, ou connectez-vous avec votre mot de passe.',
  'sign-on-refused':
    'Votre organisation n’a pas pu vous reconnaître cette fois, ou la page est restée ouverte trop longtemps. Recommencez depuis la page de connexion.',
  'sign-on-unknown':
    'Votre organisation vous reconnaît, mais aucun compte n’est ouvert ici à cette adresse. Demandez une invitation à la personne qui coordonne votre structure.',
  'sign-on-unverified':
    'Votre organisation n’a pas encore vérifié votre adresse de courriel. Vérifiez-la chez elle, puis recommencez.',
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
    'Nous ne savons pas lire ce fichier comme un tableau. Envoyez un classeur Excel (.xlsx) ou un fichier CSV.',
  'file-empty': 'Ce fichier est vide\u00a0: il faut une ligne de titres et une ligne par jeune.',
  'too-many-rows':
    'Ce tableau a {rows} lignes\u00a0; nous en prenons {max} au plus. Coupez-le en plusieurs fichiers.',
  'import-has-errors': 'Des cases sont à corriger\u00a0: rien n’a été importé.',
  'session-already-signed': 'Cette session est déjà signée\u00a0: ses niveaux ne changent plus.',
  'nothing-to-publish': 'Rien n’a changé depuis la dernière publication.',
  'nothing-to-sign': 'Il n’y a encore rien à signer dans cette session.',
  'changed-meanwhile':
    'Quelqu’un a modifié cette page entre-temps. Vérifiez les valeurs et enregistrez à nouveau.',
  'already-exists': 'Cela existe déjà.',
  'structure-closed':
    'La structure «\u00a0{name}\u00a0» est fermée\u00a0: rien de nouveau ne s’y ajoute. Ce qu’elle a signé reste valable, et la plateforme peut la rouvrir.',
  'merge-undecided':
    'Quelques dossiers demandent votre avis avant de réunir ces structures\u00a0: rien n’a été changé.',
  'already-revoked': 'Cette attestation est déjà retirée.',
  'already-suspended': 'Cette attestation est déjà suspendue\u00a0: vous pouvez lever la suspension.',
  'not-suspended': 'Cette attestation n’est pas suspendue\u00a0: il n’y a rien à lever.',
  'nothing-to-correct': 'Aucune attestation valable n’est concernée\u00a0: il n’y a rien à refaire.',
  'correction-pending':
    'Des attestations attendent encore leur signature. Reprenez la signature sur la page de la session, puis corrigez.',
  'credential-erased': 'Ce document a été effacé à la demande de la personne. Nous n’en gardons rien.',
  'credential-withdrawn':
    'Cette attestation a été retirée, suspendue ou remplacée\u00a0: elle ne se donne plus telle quelle.',
  'not-yet-issued': 'Cette attestation n’est pas encore signée. Réessayez dans un instant.',
  'credential-private':
    'Ce document est privé pour le moment\u00a0: la personne à qui il appartient peut vous le montrer elle-même.',
  'of-age':
    'Cette personne est majeure\u00a0: son passeport est à elle seule, personne d’autre n’a d’accord à donner.',
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
  'key-compromised':
    'Cette clé a été déclarée compromise\u00a0: elle ne signe plus rien, et cela ne s’annule pas.',
  'key-not-compromised':
    'Cette clé n’est pas compromise\u00a0: ce qu’elle a signé reste vérifiable partout, il n’y a rien à refaire.',
  'key-token-unavailable':
    'Le module de sécurité (PKCS#11) ne répond pas comme attendu\u00a0: {reason}. Vérifiez PKCS11_MODULE et PKCS11_TOKEN.',
  'key-token-locked': 'Le module de sécurité (PKCS#11) refuse ce code\u00a0: vérifiez PKCS11_PIN.',
  'keys-unprotected':
    'Le dossier {folder} n’est pas protégé par une phrase secrète\u00a0: la sauvegarde contiendrait de quoi signer. Choisissez-en une (passerelle keys passphrase), ou ajoutez --accept-unprotected.',
  'backup-needs-pg-dump':
    'La base est sur PostgreSQL\u00a0: sauvegardez-la avec pg_dump, et ajoutez --without-database pour sauvegarder ici les clés et les fichiers.',
  'restore-needs-sqlite':
    'Cette sauvegarde contient une base SQLite, et DATABASE_URL désigne PostgreSQL\u00a0: restaurez-la sans DATABASE_URL, ou faites la sauvegarde avec --without-database.',
  'backup-damaged':
    'Cette sauvegarde n’est plus telle qu’elle a été écrite\u00a0: {file}. Rien n’a été changé\u00a0: essayez-en une autre.',
  'folder-not-empty': 'Ce dossier n’est pas vide\u00a0: {folder}. Choisissez-en un nouveau.',
  'installation-not-empty':
    'Il y a déjà une installation ici\u00a0: {folder}. Ajoutez --force pour la mettre de côté et la remplacer.',
  'installation-in-use':
    'Un serveur utilise encore cette base\u00a0: {file}. Arrêtez-le, puis recommencez. Rien n’a été changé.',
  'not-a-backup':
    'Ce dossier n’est pas une sauvegarde de Passerelle\u00a0: {folder}. Donnez celui que «\u00a0passerelle backup\u00a0» a écrit.',
  'conformance-refused': 'Le mode d’essai de conformité ne démarre pas\u00a0: {why}',
  'configuration-invalid': 'Un réglage n’est pas compris\u00a0: {name}. {hint}',
  'database-unavailable': 'La base de données ne répond pas. Réessayez dans un instant.',
  unexpected: 'Quelque chose s’est mal passé de notre côté. Réessayez dans un instant.',
} as const satisfies Record<AppErrorCode, Message>
