import type { Message } from '../messages.ts'

export const seals = {
  reason: 'Passeport de compétences établi par la structure',
  label: 'Signature numérique de la structure',
  // at the terminal
  cli: 'cachets\u00a0: la signature numérique des structures sur les passeports PDF',
  cliAdd: 'donne à une structure le certificat dont ses passeports PDF seront signés',
  cliStructure: 'la structure, par son identifiant (mission-locale-de-vichy)',
  cliCertificate: 'son certificat et ceux de qui l’a délivré, en PEM',
  cliKey: 'la clé privée du certificat, en PEM',
  cliP12: 'certificat et clé dans un seul fichier (.p12, .pfx), au lieu de --certificate et --key',
  cliPassphraseFile:
    'fichier dont la première ligne est la phrase secrète de la clé (sinon elle est demandée)',
  cliList: 'liste les cachets et leur validité',
  cliRemove: 'retire le cachet d’une structure, et sa clé\u00a0; ce qui est signé le reste',
  passphraseAsk: 'Phrase secrète de la clé\u00a0: ',
  added:
    '{structure}\u00a0: les passeports imprimés un par un seront signés «\u00a0{name}\u00a0», jusqu’au {date}.',
  addedLater: '{structure}\u00a0: «\u00a0{name}\u00a0» signera les passeports à partir du {date}.',
  endsSoon: 'Attention\u00a0: ce certificat expire dans moins de trente jours.',
  alone:
    'Attention\u00a0: sans les certificats de qui l’a délivré, les lecteurs de PDF ne reconnaîtront pas la structure.',
  none: 'Aucune structure n’a de cachet. Pour en ajouter un\u00a0: passerelle seals add',
  removed: '{structure}\u00a0: le cachet est retiré. Les passeports déjà signés le restent.',
  nothingToRemove: '{structure} n’avait pas de cachet. Rien n’a changé.',
  'state-valid': 'valide',
  'state-not-yet-valid': 'pas encore valide',
  'state-expired': 'expiré',
  'state-unreadable': 'illisible ici\u00a0: ajoutez-le de nouveau',
  // what is refused
  filesMissing: 'Donnez --certificate et --key, ou --p12.',
  certificateUnread: 'Ce fichier ne contient pas de certificat lisible en PEM (de un à huit).',
  certificateExpired: 'Ce certificat a expiré le {date}. Demandez-en un autre à votre prestataire.',
  certificateUsage: 'Ce certificat n’est pas fait pour signer des documents (usage de la clé).',
  keyUnread: 'Ce fichier ne contient pas de clé privée lisible en PEM.',
  keyOfAnother: 'Cette clé ne va avec aucun des certificats du fichier.',
  keyUnsuited:
    'Les lecteurs de PDF ne vérifient pas cette clé\u00a0: il faut RSA (2048 bits au moins), P-256 ou P-384.',
  passphraseRefused: 'La clé est protégée\u00a0: cette phrase secrète ne l’ouvre pas, ou il n’y en a pas.',
  p12Unread: 'Ce fichier .p12 ne s’ouvre pas. S’il est d’un ancien format, convertissez-le en PEM (README).',
  neutralLabel:
    'Cette structure se présente sous un libellé neutre\u00a0: un certificat à son nom dirait sur chaque passeport ce que le libellé tait.',
} satisfies Record<string, Message>
