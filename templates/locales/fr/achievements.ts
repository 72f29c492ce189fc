import type { Message } from '../messages.ts'

export const achievements = {
  listTitle: 'Ce que disent les passeports',
  listIntro:
    'Douze compétences que l’on développe pendant un séjour à l’étranger, chacune avec quatre degrés d’autonomie. Un passeport montre celles qui ont été constatées.',
  listLanguages:
    'Les langues s’ajoutent à ces douze compétences. Leur niveau suit l’échelle européenne, de A1 (premiers mots) à C2 (maîtrise complète).',
  eyebrow: 'Compétence de mobilité',
  eyebrowLanguage: 'Langue',
  allCompetences: 'Toutes les compétences',
  levelsTitle: 'Ce que veut dire chaque niveau',
  howTitle: 'Comment le niveau est fixé',
  alignmentsTitle: 'Les mots qu’emploient les employeurs en Europe',
  alignmentsIntro:
    'Cette compétence se rapproche de celles-ci, que l’on retrouve dans les offres d’emploi et les formations\u00a0:',
  esco: 'classification européenne ESCO',
  keyCompetence: 'Compétence clé européenne\u00a0: {name}',
  keyCompetences: 'Compétences clés pour l’éducation et la formation tout au long de la vie (2018/C 189/01)',
  forMachines: 'La même définition pour les logiciels (Open Badges 3.0)',
  languageName: 'Communiquer en {language}',
  languageDescription:
    'Comprendre cette langue, la parler et l’écrire. Le niveau suit l’échelle européenne, de A1 à C2.',
  criteria:
    'La personne raconte ce qu’elle a fait. Un formateur ou une formatrice qui l’a accompagnée fixe le niveau d’après ce qui a été vu et entendu, puis signe. L’accueil à l’étranger peut le confirmer.',
  'result-attested': 'Niveau attesté par la structure',
  'result-declared': 'Niveau déclaré par la personne',
  'result-confirmed': 'Niveau confirmé par l’accueil à l’étranger',
  stayNarrative: '{what}, {where}, du {from} au {to}.',
  stayDescription: 'Un séjour à l’étranger, préparé avant le départ et raconté au retour.',
  stayCriteria: 'La structure d’envoi a suivi le séjour et en atteste les dates et le lieu.',
  'session-departure': 'Une session pour préparer un séjour à l’étranger.',
  'session-return': 'Une session pour faire le point au retour d’un séjour à l’étranger.',
  sessionCriteria: 'La présence a été relevée par la personne qui animait la session.',
  observationBy: 'Observation de {name}',
  passportName: 'Passeport de mobilité',
  endorsementName: '{name}\u00a0: séjour confirmé par {host}',
  endorsementDescription:
    'Ce que dit {host}, par un lien personnel à usage unique. La structure qui a envoyé ce lien signe ce qui a été répondu.',
  endorsementDates: 'Dates du séjour, selon l’accueil à l’étranger',
  endorsementFromTo: 'du {from} au {to}',
  endorsementLink: 'Comment la réponse est arrivée',
  'endorsementLink-mail': 'Lien personnel envoyé par courriel le {asked}, réponse reçue le {answered}.',
  'endorsementLink-paper': 'Lien personnel remis sur papier le {asked}, réponse reçue le {answered}.',
  unnamedHost: 'l’accueil à l’étranger',
  halfDays: 'Demi-journées de présence, sur {of}',
} as const satisfies Record<string, Message>
