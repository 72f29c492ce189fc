import type { saveCompetence } from '../../../server/issuer/frameworks/index.ts'

type Content = Parameters<typeof saveCompetence>[2]['content']

/** What a region might add to the frameworks we ship: one published, one still being written. */
export const OWN_COMPETENCES: readonly Content[] = [
  {
    label: { fr: 'Accueillir du public', en: 'Welcoming the public' },
    short: { fr: 'Accueil', en: 'Welcome' },
    description: {
      fr: 'Mettre à l’aise les personnes qui arrivent.',
      en: 'Putting people at ease when they arrive.',
    },
    esco: [],
    keyCompetence: 'KC6',
    levels: [
      { fr: 'Accueille avec quelqu’un à ses côtés.', en: 'Welcomes people with somebody beside them.' },
      { fr: 'Accueille et oriente.', en: 'Welcomes and directs people.' },
      { fr: 'Accueille, oriente et rassure.', en: 'Welcomes, directs and reassures people.' },
      { fr: 'Montre à d’autres comment accueillir.', en: 'Shows others how to welcome people.' },
    ],
  },
  {
    label: { fr: 'Raconter son métier', en: 'Telling about one’s trade' },
    short: { fr: 'Raconter', en: 'Telling' },
    description: {
      fr: 'Dire ce que l’on fait à quelqu’un qui ne connaît pas le métier.',
      en: 'Saying what one does to somebody who does not know the trade.',
    },
    esco: [],
    keyCompetence: 'KC1',
    levels: [
      { fr: 'Nomme ce qu’il y a à faire.', en: 'Names what there is to do.' },
      { fr: 'Raconte une journée.', en: 'Tells about a day.' },
      { fr: 'Explique un geste et son pourquoi.', en: 'Explains a gesture and its reason.' },
      { fr: 'Donne envie du métier.', en: 'Makes others want the trade.' },
    ],
  },
]
