import type { Message } from '../messages.ts'

export const holder = {
  // the slip of paper
  slipsTitle: 'Fiches à découper',
  slipGreeting: '{name}, ton passeport est ici',
  slipScan: 'Scanne ce code avec ton téléphone\u00a0: ton passeport s’ouvre, sans compte ni mot de passe.',
  slipKeep:
    'Garde cette fiche pour toi. Tu l’as perdue\u00a0? Toutes les structures du réseau peuvent t’en donner une autre.',
  slipType: 'Sans appareil photo\u00a0: {address}, puis ce code',
  slipQrAlt: 'Code QR qui ouvre ton passeport',
  // the young person's page
  greeting: 'Bonjour {name}\u00a0!',
  lede: 'Voici ton passeport. Il est à toi\u00a0: tu le montres à qui tu veux.',
  showHint: 'L’employeur scanne ce code avec son téléphone.',
  showTyped: 'Ou à taper\u00a0:',
  backToPassport: 'Retour à mon passeport',
  qrLabel: 'Code QR qui ouvre la page de vérification de ton passeport',
  downloadFrench: 'En français',
  downloadEnglish: 'En anglais',
  employerView: 'Ce que voit un employeur',
  skills: { one: 'Ce que tu sais faire', other: 'Ce que tu sais faire, en {count} points' },
  stay: 'Ton séjour',
  withdrawnTitle: 'Ton passeport a été retiré',
  withdrawn:
    'La structure qui l’a signé l’a retiré, souvent pour corriger une erreur. Demande-lui pourquoi, et quand tu en auras un nouveau.',
  replacedTitle: 'Cette fiche a été remplacée',
  replaced:
    'Une fiche plus récente existe pour ce passeport\u00a0: utilise-la. Si tu ne l’as pas, demande une nouvelle fiche à une structure du réseau.',
  unknownTitle: 'Ce code n’ouvre rien',
  unknown:
    'Vérifie les 16 lettres et chiffres de ta fiche. Si rien n’y fait, demande une nouvelle fiche à une structure du réseau.',
  typeTitle: 'Ouvre ton passeport',
  typeLede: 'Tape le code écrit sur ta fiche. Les espaces et les minuscules ne gênent pas.',
  typeLabel: 'Ton code',
  typeHint: '16 lettres et chiffres, par exemple 7K3F 9QXW 2M4T 8ABC',
  typeAgain: 'Taper un code',
  typeSubmit: 'Ouvrir mon passeport',
  // staff: lost slips
  lostTitle: 'Redonner une fiche perdue',
  lostLede:
    'Quelqu’un a perdu la fiche qui ouvre son passeport\u00a0? Cherchez son nom exact, quelle que soit sa structure. L’ancienne fiche cessera de fonctionner.',
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
  lostReissue: 'Donner une nouvelle fiche',
  elsewhere: 'L’ancienne est peut-être dans d’autres mains',
  elsewhereHint:
    'Son adresse et ses clés d’accès sont alors retirées aussi\u00a0: quelqu’un a pu en ajouter.',
  lostWarning: 'Demandez une pièce d’identité\u00a0: cette fiche ouvre le passeport de la personne.',
  reissuedTitle: 'Nouvelle fiche pour {name}',
  reissuedLede:
    'L’ancienne fiche ne fonctionne plus. Imprimez celle-ci, ou laissez la personne scanner ce code.',
  reissuedPrint: 'Imprimer la fiche (PDF)',
  reissuedQr: 'Code QR qui ouvre le passeport de {name}',
  reissuedFlash: 'La nouvelle fiche est prête.',
} as const satisfies Record<string, Message>
