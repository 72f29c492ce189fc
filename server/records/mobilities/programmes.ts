import type { Locale } from '../../kernel/locale.ts'

/** What a stay is for Open Badges 3.0: the `achievementType` of its credential. */
export type MobilityKind = 'Fieldwork' | 'CommunityService' | 'CoCurricular'

export interface Programme {
  readonly code: string
  readonly label: Readonly<Record<Locale, string>>
  readonly kind: MobilityKind
  /** Other ways people write it, in plain words. */
  readonly alsoWritten: readonly string[]
}

/** The programme of a stay when nobody said which. */
export const UNSTATED_PROGRAMME = 'MOBILITE'

const programme = (code: string, kind: MobilityKind, fr: string, en: string, also: string): Programme => ({
  code,
  kind,
  label: { fr, en },
  alsoWritten: also === '' ? [] : also.split(' / '),
})

/**
 * The programmes French young people leave with. Codes of the Erasmus+ actions are those of the 2021-2027 guide;
 * the others are ours.
 */
export const PROGRAMMES: readonly Programme[] = [
  programme(
    'KA121-VET',
    'Fieldwork',
    'Erasmus+ formation professionnelle',
    'Erasmus+ vocational education and training',
    'erasmus+ efp / erasmus+ pro / erasmus pro / erasmus+ vet / erasmus+ formation / ka121 / ka102 / ka116',
  ),
  programme(
    'KA122-VET',
    'Fieldwork',
    'Erasmus+ formation professionnelle, projet de courte durée',
    'Erasmus+ vocational education and training, short-term project',
    'ka122 / erasmus+ courte duree / erasmus+ efp courte duree',
  ),
  programme(
    'KA151-YOU',
    'CoCurricular',
    'Erasmus+ Jeunesse',
    'Erasmus+ Youth',
    'ka151 / erasmus+ jeunesse et sport / erasmus jeunesse',
  ),
  programme(
    'KA152-YOU',
    'CoCurricular',
    'Erasmus+ échange de jeunes',
    'Erasmus+ youth exchange',
    'ka152 / echange de jeunes / echanges de jeunes / youth exchange / youth exchanges',
  ),
  programme(
    'KA154-YOU',
    'CoCurricular',
    'Erasmus+ participation des jeunes',
    'Erasmus+ youth participation',
    'ka154 / activites de participation des jeunes',
  ),
  programme(
    'KA155-YOU',
    'CoCurricular',
    'DiscoverEU',
    'DiscoverEU',
    'ka155 / discovereu inclusion / discover eu / action discovereu pour l inclusion',
  ),
  programme('ERASMUS', 'CoCurricular', 'Erasmus+', 'Erasmus+', 'erasmus / erasmus plus / programme erasmus+'),
  programme(
    'ESC-VOL',
    'CommunityService',
    'Corps européen de solidarité, volontariat',
    'European Solidarity Corps, volunteering',
    'ces / esc / sve / evs / corps europeen de solidarite / european solidarity corps / esc51 / esc30 / service volontaire europeen / european voluntary service / ces volontariat / volontariat europeen',
  ),
  programme(
    'ESC-SOL',
    'CommunityService',
    'Corps européen de solidarité, projet de solidarité',
    'European Solidarity Corps, solidarity project',
    'projet de solidarite / solidarity project / ces projet de solidarite',
  ),
  programme(
    'SC-INT',
    'CommunityService',
    'Service civique à l’international',
    'French Civic Service abroad',
    'service civique / service civique international / service civique a l etranger / civic service',
  ),
  programme(
    'VIE',
    'Fieldwork',
    'Volontariat international en entreprise',
    'International corporate volunteering',
    'v i e',
  ),
  programme(
    'VIA',
    'Fieldwork',
    'Volontariat international en administration',
    'International volunteering in administrations',
    'v i a',
  ),
  programme(
    'VSI',
    'CommunityService',
    'Volontariat de solidarité internationale',
    'International solidarity volunteering',
    '',
  ),
  programme(
    'OFAJ',
    'CoCurricular',
    'Programme de l’Office franco-allemand pour la jeunesse',
    'Franco-German Youth Office programme',
    'dfjw / office franco allemand pour la jeunesse / franco german youth office / ofaj dfjw',
  ),
  programme(
    'OFQJ',
    'CoCurricular',
    'Programme de l’Office franco-québécois pour la jeunesse',
    'Franco-Quebec Youth Office programme',
    'office franco quebecois pour la jeunesse / franco quebec youth office / lojiq',
  ),
  programme(
    'STAGE-PRO',
    'Fieldwork',
    'Stage professionnel à l’étranger',
    'Work placement abroad',
    'stage / stage professionnel / stage a l etranger / stage en entreprise / work placement / internship',
  ),
  programme(
    'PFMP',
    'Fieldwork',
    'Période de formation en milieu professionnel à l’étranger',
    'School-based work placement abroad',
    'periode de formation en milieu professionnel / stage pfmp',
  ),
  programme(
    'CHANTIER',
    'CommunityService',
    'Chantier international de bénévoles',
    'International workcamp',
    'chantier / chantier international / chantier de jeunes / chantier jeunes / workcamp / cotravaux',
  ),
  programme(
    'JSI-VVVSI',
    'CommunityService',
    'Jeunesse et ville, vie, vacances, solidarité internationale',
    'French youth international solidarity grants',
    'jsi / vvvsi / jsi vvvsi / jeunesse solidarite internationale / ville vie vacances solidarite internationale',
  ),
  programme(
    UNSTATED_PROGRAMME,
    'CoCurricular',
    'Mobilité à l’étranger',
    'Mobility abroad',
    'mobilite / autre / autre mobilite / mobilite internationale / mobilite europeenne / other',
  ),
]
