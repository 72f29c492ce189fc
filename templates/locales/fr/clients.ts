import type { Message } from '../messages.ts'

/** Programs that call the API: /admin/clients and `passerelle clients`. */
export const clients = {
  title: 'Programmes autorisés',
  link: 'Programmes autorisés',
  intro:
    'Les programmes qui peuvent s’adresser à la plateforme, chacun avec ses droits et son jeton\u00a0: un mot de passe pour programme.',
  add: 'Autoriser un programme',
  none: 'Aucun programme pour l’instant',
  noneAbout:
    'Tout va bien ainsi\u00a0: la plateforme n’en a pas besoin pour travailler. Autorisez-en un quand un partenaire vous le demande.',
  platform: 'La plateforme elle-même',

  'scope-credentials:issue': 'Faire signer des attestations',
  'scopeHint-credentials:issue':
    'Par les émetteurs d’essai (did:key), jamais au nom de la plateforme ni d’une structure.',
  'scope-credentials:status': 'Retirer ce qu’il a fait signer',
  'scopeHint-credentials:status':
    'Change l’état des attestations que ce programme a fait signer, et d’elles seules.',
  'scope-credentials:derive': 'Préparer des extraits',
  'scopeHint-credentials:derive':
    'Pour ne montrer d’une attestation que ce que l’on choisit (ecdsa-sd-2023).',

  scopes: 'Ses droits',
  lastUse: 'Dernier appel',
  neverUsed: 'pas encore',
  neverUsedYet: 'Ce programme n’a pas encore servi.',
  expiresOn: 'Dernier jour',
  disabledOn: 'Désactivé le',
  'state-active': 'autorisé',
  'state-expired': 'terme passé',
  'state-structure-closed': 'structure fermée',
  'state-disabled': 'désactivé',
  token: 'Jeton',
  oldToken: 'Ancien jeton',
  givenOn: 'remis le {date}',
  usedOn: 'Dernier appel le {date}.',
  oldEnds: 'L’ancien jeton ouvre encore jusqu’au {date}.',

  newTitle: 'Autoriser un programme',
  newIntro:
    'Son jeton s’affichera une seule fois, juste après. Remettez-le à la personne qui s’occupe du programme.',
  name: 'Nom du programme',
  nameHint: 'Celui que vous reconnaîtrez dans un an\u00a0: «\u00a0Portail de la Région\u00a0», par exemple.',
  owner: 'Pour le compte de',
  lastDay: 'Dernier jour',
  lastDayHint: 'Laissez vide pour une autorisation sans terme.',
  create: 'Créer le jeton',

  tokenTitle: 'Un jeton pour «\u00a0{name}\u00a0»',
  tokenOnce: 'Copiez ce jeton maintenant',
  tokenOnceAbout:
    'Nous n’en gardons qu’une empreinte, de quoi le reconnaître sans pouvoir le relire\u00a0: personne ne pourra vous le montrer de nouveau. Transmettez-le comme un mot de passe.',
  tokenUse: 'Le programme l’envoie à chaque appel\u00a0:',
  tokenKept: 'Je l’ai copié',

  rotate: 'Nouveau jeton',
  rotateTitle: 'Un nouveau jeton pour «\u00a0{name}\u00a0»',
  rotateIntro:
    'Le nouveau jeton sert tout de suite. L’ancien peut rester ouvert, le temps de passer de l’un à l’autre.',
  tokensNow: 'Jetons qui ouvrent aujourd’hui\u00a0:',
  graceLabel: 'Et l’ancien jeton\u00a0?',
  graceNone: 'Il n’ouvre plus, dès maintenant',
  graceNoneHint: 'À choisir si l’ancien a pu tomber en d’autres mains.',
  grace: {
    one: 'Il ouvre encore pendant {count} jour',
    other: 'Il ouvre encore pendant {count} jours',
  },
  rotateConfirm: 'Créer le nouveau jeton',

  disable: 'Désactiver',
  disableTitle: 'Désactiver «\u00a0{name}\u00a0»\u00a0?',
  disableAbout:
    'Dès son prochain appel, plus aucun de ses jetons n’ouvrira quoi que ce soit. C’est définitif\u00a0: pour revenir, il faudra autoriser un nouveau programme. Ce qu’il a fait signer reste signé.',
  disableConfirm: 'Désactiver ce programme',
  disabled: 'Ce programme est désactivé.',

  // the command line
  cliAbout: 'programmes qui peuvent appeler l’interface',
  cliList: 'liste les programmes, leurs droits et leur dernier appel',
  cliCreate: 'autorise un programme et montre son jeton, une seule fois',
  cliRotate: 'donne un nouveau jeton à un programme',
  cliDisable: 'désactive un programme, pour de bon',
  cliName: 'nom du programme',
  cliId: 'identifiant du programme (voir clients list)',
  cliScope: 'droit à donner\u00a0; à répéter pour en donner plusieurs ({scopes})',
  cliOrganisation:
    'structure (son identifiant d’adresse) pour le compte de laquelle il appelle\u00a0; sinon la plateforme',
  cliExpires: 'dernier jour, AAAA-MM-JJ',
  cliGrace: 'jours pendant lesquels l’ancien jeton ouvre encore, de 0 à 7',
  cliToken: 'Jeton pour {name} (il ne sera plus jamais montré)\u00a0:',
  cliDisabled: '{name} est désactivé.',

  // the conformance mode of `passerelle serve`
  cliConformance:
    'mode d’essai de conformité\u00a0: émetteurs did:key ouverts à un jeton de passage, sans limite de débit',
  cliTargetFile:
    'avec --conformance\u00a0: fichier où écrire les adresses et le jeton de passage (mode 0600)',
  cliYesReally: 'avec --conformance\u00a0: accepte une adresse publique',
  conformanceOn: 'MODE D’ESSAI DE CONFORMITÉ\u00a0: ne jamais l’utiliser en production.',
  conformanceAbout:
    'Qui lit {file} fait signer ce qu’il veut par les émetteurs d’essai, sans limite de débit, jusqu’à l’arrêt de ce serveur.',
  conformancePublic:
    'PUBLIC_URL est une adresse que d’autres peuvent joindre\u00a0: ce serveur a l’air d’être en production. Ajoutez --yes-really si c’est vraiment ce que vous voulez.',
  conformanceNeedsFile: '--conformance et --target-file vont ensemble.',
} as const satisfies Record<string, Message>
