import type { Message } from '../messages.ts'

/** The verification kit: a page that checks our credentials without the server, and the command that writes it. */
export const kit = {
  title: 'Vérifier sans connexion',
  lede: 'Cette page vérifie les attestations et passeports délivrés par {platform}, même si le site n’existe plus. Tout se passe dans votre navigateur\u00a0: rien n’est envoyé.',
  made: 'Copie faite le {date}. Ce qui a été délivré ou retiré depuis n’y figure pas.',
  fileLabel: 'Fichier de l’attestation ou du passeport',
  fileHint:
    'Un fichier .json, ou le passeport en PDF tel qu’il a été remis\u00a0: les données signées y sont jointes.',
  textLabel: 'Ou son contenu, collé ici',
  textHint: 'Du texte qui commence par une accolade {.',
  drop: 'Vous pouvez aussi déposer le fichier n’importe où sur cette page.',
  action: 'Vérifier',
  answer: 'Résultat de la vérification',
  noScript: 'Cette page a besoin de JavaScript\u00a0: c’est votre navigateur qui fait la vérification.',
  tooOld:
    'Ce navigateur ne sait pas contrôler ces signatures, ou cette page est servie sans https. Ouvrez-la dans un navigateur récent, ou directement depuis le dossier.',
  nothing: 'Choisissez un fichier, ou collez son contenu dans la case.',
  notJson:
    'Nous n’arrivons pas à lire ce texte\u00a0: vérifiez qu’il est complet, de la première accolade à la dernière.',
  pdfWithoutJson:
    'Nous ne trouvons pas de données signées dans ce PDF. Utilisez le fichier tel qu’il a été remis, sans l’avoir imprimé ni réenregistré, ou son fichier .json.',
  tooLarge: 'Ce fichier est trop lourd pour être un passeport\u00a0: 20 Mo au plus.',
  age: 'Révocation vérifiée au {date} ({ago}).',
  verifiedSentence: 'Délivré par {issuer} le {date}. Il n’était pas retiré à la date ci-dessous.',
  verifiedProves:
    'Ce document a été signé par {issuer}, et rien n’y a été changé depuis. À la date de cette copie, il n’avait pas été retiré.',
  verifiedNext: 'Une question sur ces compétences\u00a0? Écrivez à la structure qui les atteste.',
  unverifiableNext:
    'Cette copie ne contient pas ce qu’il faut pour répondre\u00a0: les clés de cet émetteur, ou sa liste de retraits. Cherchez une copie plus récente, ou écrivez à la structure.',
  suspendedNext: 'Écrivez à la structure, ou cherchez une copie plus récente de cette page.',
  supersededNext: 'Demandez à la personne sa version à jour\u00a0: elle se vérifie de la même façon.',
  others: 'Séjours et formations',
  fallen: 'À ne pas prendre en compte',
  footer: 'Cette copie vaut ce que vaut l’endroit où vous l’avez trouvée.',
  command: 'écrit des copies de ce que nous publions',
  commandKit:
    'écrit un dossier qui vérifie nos attestations sans le serveur, en l’ouvrant dans un navigateur',
  commandOut: 'dossier à créer (une copie plus ancienne est remplacée)',
  written: { one: '{count} fichier écrit dans {out}', other: '{count} fichiers écrits dans {out}' },
  fingerprint: 'Empreinte à publier ailleurs (SHA-256 de manifest.json)\u00a0: {digest}',
} as const satisfies Record<string, Message>
