/** What a column can say of a young person, their stay and the session, besides competences. */
export const FIELD_NAMES = [
  'familyName',
  'givenName',
  'fullName',
  'birthDate',
  'email',
  'organisation',
  'programme',
  'activity',
  'hostName',
  'hostTown',
  'hostCountry',
  'startsOn',
  'endsOn',
  'attendance',
  'observation',
  'objectives',
  'summary',
  'sessionTitle',
  'sessionPlace',
  'sessionDate',
  'sessionEnd',
] as const

export type FieldName = (typeof FIELD_NAMES)[number]

/**
 * How people title these columns, in French and English. Case, accents, apostrophes, punctuation and small words
 * (« de », « la », “of”) do not count: « Date début mobilité » and « DATE DE DÉBUT DE LA MOBILITE » are one title.
 */
export const FIELD_TITLES: Readonly<Record<FieldName, string>> = {
  familyName:
    'nom / nom de famille / nom d’usage / nom usuel / nom de naissance / nom du jeune / nom du participant / ' +
    'nom du stagiaire / nom de l’élève / nom de l’apprenant / nom du bénéficiaire / nom de l’apprenti / ' +
    'family name / last name / surname / name / participant last name',
  givenName:
    'prénom / prénoms / prénom(s) / prénom usuel / prénom du jeune / prénom du participant / prénom du stagiaire / ' +
    'prénom de l’élève / prénom de l’apprenant / prénom du bénéficiaire / first name / first names / given name / ' +
    'given names / forename / participant first name',
  fullName:
    'nom prénom / nom et prénom / nom, prénom / nom/prénom / nom prénoms / prénom nom / prénom et nom / nom complet / ' +
    'nom et prénom du jeune / nom prénom du jeune / identité / jeune / participant / stagiaire / apprenant / élève / ' +
    'bénéficiaire / full name / name and surname / first name last name / last name first name / learner / student',
  birthDate:
    'date de naissance / naissance / date naiss / né le / née le / né(e) le / ddn / birth date / date of birth / ' +
    'birthdate / birthday / dob / born on / born',
  email:
    'courriel / e-mail / email / mail / mél / adresse mail / adresse e-mail / adresse email / adresse électronique / ' +
    'adresse courriel / adresse de messagerie / courriel du jeune / mail du jeune / e-mail address / email address',
  organisation:
    'structure / structure d’envoi / structure d’origine / structure accompagnatrice / structure référente / ' +
    'structure du jeune / organisme / organisme d’envoi / établissement / établissement d’origine / organisation / ' +
    'organization / sending organisation / sending organization / sending structure / school',
  programme:
    'programme / programme de mobilité / nom du programme / dispositif / dispositif de mobilité / cadre / ' +
    'cadre de la mobilité / type de programme / type de mobilité / program / scheme / mobility programme',
  activity:
    'activité / activités / activité principale / type d’activité / mission / missions / poste / poste occupé / ' +
    'intitulé du stage / nature du stage / métier / domaine / secteur / domaine d’activité / secteur d’activité / ' +
    'activity / activities / role / position / job / work placement',
  hostName:
    'structure d’accueil / nom de la structure d’accueil / organisme d’accueil / organisation d’accueil / ' +
    'entreprise / entreprise d’accueil / établissement d’accueil / association d’accueil / accueil / hôte / ' +
    'partenaire d’accueil / lieu de stage / lieu d’accueil / host / host organisation / host organization / ' +
    'host structure / host company / receiving organisation / receiving organization / company / employer',
  hostTown:
    'ville / ville d’accueil / ville de mobilité / ville de destination / ville du stage / commune / localité / ' +
    'town / city / host town / host city / destination city',
  hostCountry:
    'pays / pays d’accueil / pays de destination / pays de mobilité / pays de la mobilité / pays du stage / ' +
    'destination / country / host country / destination country / country of destination',
  startsOn:
    'début / date de début / date début mobilité / début mobilité / date de début de la mobilité / début du séjour / ' +
    'date de début du séjour / début du stage / date de début de stage / date de départ / date départ / départ / du / ' +
    'date d’arrivée / arrivée / start / start date / starts on / from / date from / departure / departure date / ' +
    'mobility start / mobility start date',
  endsOn:
    'fin / date de fin / date fin mobilité / fin mobilité / date de fin de la mobilité / fin du séjour / ' +
    'date de fin du séjour / fin du stage / date de fin de stage / date de retour / date retour / retour / au / ' +
    'end / end date / ends on / to / date to / until / return / return date / mobility end / mobility end date',
  attendance:
    'présence / présent / présente / présent(e) / présence à la session / présence formation / émargement / ' +
    'a participé / attendance / present / attended / presence',
  observation:
    'observation / observations / observation du formateur / observations du formateur / commentaire / commentaires / ' +
    'commentaire du formateur / remarque / remarques / appréciation / avis du formateur / comment / comments / ' +
    'remarks / trainer comment / trainer observation / observation of the trainer',
  objectives:
    'objectif / objectifs / objectifs de la mobilité / objectifs du séjour / objectifs au départ / ' +
    'objectifs pédagogiques / objectifs d’apprentissage / attentes / goals / objectives / learning objectives / ' +
    'expectations',
  summary:
    'bilan / bilan de la mobilité / bilan du séjour / bilan au retour / bilan de retour / compte rendu / ' +
    'résumé du séjour / ce qui a été fait / activités réalisées / tâches réalisées / summary / report / ' +
    'stay summary / tasks carried out / activities carried out',
  sessionTitle:
    'session / nom de la session / titre de la session / intitulé de la session / session de retour / ' +
    'session title / session name / training session',
  sessionPlace:
    'lieu de session / lieu de la session / lieu de la formation / lieu de formation / session place / session venue / venue',
  sessionDate:
    'date de session / date de la session / date de formation / date de la formation / date de la session de retour / ' +
    'début de session / session date / training date / session start',
  sessionEnd: 'fin de session / fin de la session / date de fin de session / session end / session end date',
}

/** Columns lists often have and that we do not keep, even when their cells look like levels (1, 2, 3…). */
export const IGNORED_TITLES: string =
  'n° / no / n / numéro / num / nr / # / id / identifiant / rang / ordre / ligne / groupe / équipe / group / âge / age / ' +
  'sexe / genre / civilité / gender / title / téléphone / tél / portable / mobile / phone / adresse / address / ' +
  'code postal / cp / durée / durée en semaines / nombre de semaines / nb semaines / nb de semaines / nombre de jours / ' +
  'nb jours / semaines / jours / mois / duration / weeks / days / niveau / niveau de diplôme / niveau scolaire / ' +
  'niveau d’études / niveau de formation / classe / chambre / room / référent / référente / conseiller / conseillère / ' +
  'nombre de mobilités / note / notes / ine / jamo'
