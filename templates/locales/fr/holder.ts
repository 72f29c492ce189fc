import type { Message } from '../messages.ts'

export const holder = {
  // the slip of paper
  slipsTitle: 'Papiers à découper',
  slipGreeting: '{name}, ton passeport est ici',
  slipScan: 'Scanne ce code avec ton téléphone\u00a0: ton passeport s’ouvre, sans compte ni mot de passe.',
  slipKeep:
    'Garde ce papier pour toi. Tu l’as perdu\u00a0? N’importe quel formateur du réseau t’en donne un autre.',
  slipType: 'Sans appareil photo\u00a0: {address}, puis ce code',
  slipQrAlt: 'Code QR qui ouvre ton passeport',
  // the young person's page
  pageTitle: 'Ton passeport',
  greeting: 'Bonjour {name}\u00a0!',
  lede: 'Voici ton passeport. Il est à toi\u00a0: tu le montres à qui tu veux.',
  show: 'Montrer mon passeport',
  showHint: 'L’employeur scanne ce code avec son téléphone.',
  showTitle: 'Fais scanner ce code',
  showLede: 'L’appareil photo d’un téléphone suffit.',
  showTyped: 'Ou à taper\u00a0:',
  backToPassport: 'Retour à mon passeport',
  qrLabel: 'Code QR qui ouvre la page de vérification de ton passeport',
  download: 'Télécharger (PDF)',
  downloadFrench: 'En français',
  downloadEnglish: 'En anglais',
  employerView: 'Voir ce que voit un employeur',
  skills: { one: 'Ce que tu sais faire', other: 'Ce que tu sais faire, en {count} points' },
  stay: 'Ton séjour',
  signedFile: 'Le fichier signé (pour un autre site ou une application)',
  signedFileHint: 'Certains sites le demandent. Tu peux l’enregistrer et le garder.',
  privacy: 'Ce lien est personnel\u00a0: qui l’a peut ouvrir cette page.',
  notReadyTitle: 'Ton passeport arrive',
  notReady:
    'Il n’est pas encore signé. Reviens sur cette page avec le même papier\u00a0: il s’ouvrira dès qu’il sera prêt.',
  replacedTitle: 'Ce papier a été remplacé',
  replaced:
    'Un papier plus récent existe pour ce passeport\u00a0: utilise-le. Si tu ne l’as pas, demande un nouveau papier à un formateur du réseau.',
  unknownTitle: 'Ce code n’ouvre rien',
  unknown:
    'Vérifie les 16 lettres et chiffres de ton papier. Si rien n’y fait, demande un nouveau papier à un formateur du réseau.',
  typeTitle: 'Ouvre ton passeport',
  typeLede: 'Tape le code écrit sur ton papier. Les espaces et les minuscules ne gênent pas.',
  typeLabel: 'Ton code',
  typeHint: '16 lettres et chiffres, par exemple 7K3F 9QXW 2M4T 8ABC',
  typeSubmit: 'Ouvrir mon passeport',
  // staff: lost slips
  lostTitle: 'Redonner un papier perdu',
  lostLede:
    'Un jeune du réseau a perdu le papier qui ouvre son passeport\u00a0? Cherchez son nom exact, même s’il vient d’une autre structure. L’ancien papier cessera de fonctionner.',
  lostGivenName: 'Prénom',
  lostFamilyName: 'Nom',
  lostSubmit: 'Chercher',
  lostFound: {
    one: 'Nous avons trouvé cette personne',
    other: 'Nous avons trouvé {count} personnes de ce nom',
  },
  lostNobody:
    'Personne de ce nom pour l’instant. Vérifiez l’orthographe du prénom et du nom (accents et majuscules ne comptent pas).',
  lostBirthYear: 'née ou né en {year}',
  lostReissue: 'Donner un nouveau papier',
  lostWarning: 'Demandez une pièce d’identité\u00a0: ce papier ouvre le passeport de la personne.',
  reissuedTitle: 'Nouveau papier pour {name}',
  reissuedLede: 'L’ancien papier ne fonctionne plus. Imprimez celui-ci, ou laissez le jeune scanner ce code.',
  reissuedPrint: 'Imprimer le papier (PDF)',
  reissuedQr: 'Code QR qui ouvre le passeport de {name}',
  reissuedFlash: 'Le nouveau papier est prêt.',
} as const satisfies Record<string, Message>
