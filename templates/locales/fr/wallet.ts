import type { Message } from '../messages.ts'

/** « Mon passeport »: a young person's own space. */
export const wallet = {
  title: 'Mon passeport',
  navigation: 'Ton espace',
  navPassport: 'Mon passeport',
  navTell: 'Raconter',
  leave: 'Quitter',
  backHome: 'Mon passeport',
  actions: 'Ce que tu peux faire',
  welcome: 'Ici, tout est à toi.',
  tellFirstTitle: 'Commence par raconter ton séjour',
  tellFirst:
    'Ce que tu as vécu, avec tes mots. Quelques phrases suffisent\u00a0: tout s’enregistre, et tu peux t’arrêter quand tu veux.',
  tellThen: 'En session, ton formateur confirmera ce qu’il a vu. Ensuite, ton passeport apparaîtra ici.',
  private: 'Pour l’instant, ton passeport est privé\u00a0: personne d’autre que toi ne peut l’ouvrir.',
  show: 'Montrer',
  print: 'Imprimer',
  share: 'Partager',
  download: 'Télécharger',
  tell: 'Raconter',
  growth: 'Mes progrès',
  keys: 'Mes clés',
  yours: 'Tout ce qui est ici est à toi.',
  everything: 'Tout télécharger',
  erase: 'Tout effacer',
  showTitle: 'Fais scanner ce code',
  printTitle: 'Imprimer ton passeport',
  printOpen: 'Ouvre ton passeport.',
  printTap:
    'Dans le menu de ton téléphone, touche «\u00a0Imprimer\u00a0» ou «\u00a0Partager\u00a0», puis choisis l’imprimante.',
  printHelp:
    'Pas d’imprimante\u00a0? Ta structure peut l’imprimer pour toi. Sur le papier, le code se scanne comme à l’écran.',
  downloadTitle: 'Télécharger',
  pdfTitle: 'Ton passeport (PDF)',
  pdfText: 'Pour l’envoyer ou l’imprimer. Le document signé est dedans.',
  jsonTitle: 'Le document signé (JSON)',
  jsonText: 'Pour un autre site ou une application qui lit les badges.',
  jsonGet: 'Télécharger le document signé',
  everythingTitle: 'Tout ce qui te concerne',
  everythingText:
    'Un seul fichier avec tout ce que nous gardons sur toi\u00a0: tes brouillons, tes preuves, tes attestations, et qui a fait quoi.',
  sharedPhone: 'Ce téléphone n’est pas à toi\u00a0? N’y télécharge rien.',
  noPassport: 'Ton passeport n’est pas encore là. Il apparaîtra après la signature de ta session.',
  leftTitle: 'À bientôt\u00a0!',
  left: 'Ton espace est fermé et ce téléphone n’en garde rien. Pour revenir, scanne ta fiche.',
  comeBack: 'Revenir avec ma fiche',
} as const satisfies Record<string, Message>
