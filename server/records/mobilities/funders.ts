import type { Locale } from '../../kernel/locale.ts'

/** Who usually pays for stays abroad. Anybody else is kept as somebody wrote it. */
export interface Funder {
  readonly code: string
  readonly label: Readonly<Record<Locale, string>>
}

const funder = (code: string, fr: string, en: string): Funder => ({ code, label: { fr, en } })

export const FUNDERS: readonly Funder[] = [
  funder('ERASMUS', 'Erasmus+ (Union européenne)', 'Erasmus+ (European Union)'),
  funder('CES', 'Corps européen de solidarité', 'European Solidarity Corps'),
  funder('REGION', 'Région', 'Region'),
  funder('DEPARTEMENT', 'Département', 'Département'),
  funder('COMMUNE', 'Commune ou intercommunalité', 'Town or group of towns'),
  funder('ETAT', 'État', 'French State'),
  funder('OFAJ', 'Office franco-allemand pour la jeunesse (OFAJ)', 'Franco-German Youth Office (OFAJ)'),
  funder('OFQJ', 'Office franco-québécois pour la jeunesse (OFQJ)', 'Franco-Quebec Youth Office (OFQJ)'),
  funder('SERVICE-CIVIQUE', 'Agence du service civique', 'French Civic Service agency'),
  funder('FRANCE-TRAVAIL', 'France Travail', 'France Travail (employment service)'),
  funder('OPCO', 'Opérateur de compétences (OPCO)', 'Skills operator (OPCO)'),
  funder('FONDATION', 'Fondation', 'Foundation'),
  funder('ASSOCIATION', 'Association', 'Association'),
  funder('ENTREPRISE', 'Entreprise', 'Company'),
  funder('STRUCTURE', 'Structure d’envoi', 'Sending structure'),
  funder('FAMILLE', 'La personne ou sa famille', 'The person or their family'),
]

const BY_CODE: ReadonlyMap<string, Funder> = new Map(FUNDERS.map((known) => [known.code, known]))

/** The funder's name; one we do not know is said as it was written. */
export const funderLabel = (code: string, locale: Locale): string => BY_CODE.get(code)?.label[locale] ?? code
