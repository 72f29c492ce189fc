import type { Message } from '../messages.ts'

/** What trainers were trained in. */
export const trainings = {
  title: 'Formations de l’équipe',
  lede: 'Ces formations apparaissent sur la page de vérification, à côté du nom de la personne qui atteste\u00a0: elles disent pourquoi sa parole compte.',
  link: 'Formations',
  none: 'Aucune formation enregistrée.',
  hours: { one: '{count} heure', other: '{count} heures' },
  record: 'Enregistrer une formation',
  recordIntro: 'Vous avez vu l’attestation de formation\u00a0: notez-la ici.',
  nobodyElse: 'Invitez d’abord une autre personne\u00a0: on ne peut pas noter ses propres formations.',
  person: 'Pour qui',
  choosePerson: 'Choisir une personne',
  trainingTitle: 'Intitulé',
  trainingTitleHint: 'Par exemple\u00a0: Accompagner le retour de mobilité.',
  provider: 'Donnée par',
  providerHint: 'Par exemple\u00a0: Agence Erasmus+ France.',
  completedOn: 'Terminée le',
  hoursLabel: 'Durée en heures',
  recordSubmit: 'Enregistrer',
  recorded: 'La formation est enregistrée.',
  remove: 'Retirer',
  removeAbout: 'Cette formation n’apparaîtra plus sur les pages de vérification.',
  removeConfirm: 'Retirer la formation',
  removed: 'La formation est retirée.',
  // beside a trainer's name, on the page an employer reads
} as const satisfies Record<string, Message>
