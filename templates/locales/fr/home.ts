import type { Message } from '../messages.ts'

export const home = {
  navigation: 'Navigation',
  heading: 'Ce que l’on apprend ailleurs mérite d’être lu ici.',
  lede: 'Passerelle met noir sur blanc ce que les jeunes savent faire au retour d’un séjour à l’étranger, dit qui l’atteste, et permet à chacun de le vérifier.',
  youthEyebrow: 'Je suis parti, je suis partie',
  youthTitle: 'J’ai une fiche avec un QR code',
  youthText:
    'Scanne-la avec ton téléphone, ou recopie le code écrit dessous\u00a0: ton passeport s’ouvre, sans mot de passe.',
  youthAction: 'Ouvrir mon passeport',
  professionalEyebrow: 'Je travaille avec des jeunes',
  professionalTitle: 'J’accompagne ou j’emploie',
  staffText: 'Formateurs, référents mobilité, coordination\u00a0: vos sessions de départ et de retour.',
  staffAction: 'Se connecter',
  employerText: 'On vous a montré un passeport\u00a0? Scannez son QR code, ou donnez-nous le fichier reçu.',
  employerAction: 'Vérifier un passeport',
  voicesTitle: 'Trois voix, jamais mélangées',
  declaredText: 'ce que la personne dit d’elle-même',
  attestedText: 'ce qu’un formateur ou une formatrice a constaté',
  confirmedText: 'ce que l’accueil à l’étranger confirme',
  errorHelp: 'Si cela continue, écrivez à la structure qui vous accompagne en donnant ce code\u00a0: {code}.',
  errorHome: 'Revenir à l’accueil',
  errorSlip: 'Ouvrir mon passeport',
} as const satisfies Record<string, Message>
