import type { Message } from '../messages.ts'

/** Importing a spreadsheet. Sentences about a cell name its row and column first, wherever they are shown. */
export const imports = {
  title: 'Importer un tableau',
  lede: 'Un fichier CSV, une ligne par jeune, une colonne par compétence. Rien n’est enregistré avant votre accord.',
  fileLabel: 'Votre fichier CSV',
  fileHint:
    'Dans Excel\u00a0: «\u00a0Fichier\u00a0», «\u00a0Enregistrer sous\u00a0», puis «\u00a0CSV UTF-8\u00a0» ou «\u00a0CSV\u00a0». 5\u00a0Mo et 2\u202f000 lignes au plus.',
  check: 'Vérifier le fichier',
  checkAgain: 'Vérifier un autre fichier',
  download: 'Télécharger un modèle prêt à remplir',
  howTitle: 'Ce que nous comprenons',
  howPeople:
    'Qui\u00a0: nom et prénom (ou une seule colonne, le nom en capitales), date de naissance, courriel, structure.',
  howStay:
    'Le séjour\u00a0: programme, activité, structure d’accueil, ville, pays, début, fin, objectifs, bilan.',
  howSession: 'La session\u00a0: présence, observation.',
  howLevels:
    'Les compétences\u00a0: une colonne chacune, avec son nom ou son code. Dans la case, de 1 à 4 (A1 à C2 pour une langue), «\u00a0pas encore\u00a0», ou rien.',
  howVoices:
    'Le niveau donné par le formateur se met sous le nom de la compétence. Ajoutez «\u00a0(déclaré)\u00a0» pour celui que le jeune s’est donné, «\u00a0(confirmé)\u00a0» pour celui de la structure d’accueil.',
  howRest:
    'L’ordre, les majuscules et les accents n’ont pas d’importance. Une case vide n’efface jamais rien.',
  planTitle: 'Ce que l’import va faire',
  planReady: 'Rien n’est encore enregistré. Relisez, puis confirmez.',
  planSame: 'Tout est déjà à jour\u00a0: importer ce fichier ne changerait rien.',
  errorsTitle: {
    one: 'Une chose à corriger avant d’importer',
    other: '{count} choses à corriger avant d’importer',
  },
  errorsHint: 'Corrigez votre tableau, enregistrez-le et envoyez-le à nouveau. Rien n’a été importé.',
  moreProblems: {
    one: 'Et une autre, que nous montrerons ensuite.',
    other: 'Et {count} autres, que nous montrerons ensuite.',
  },
  warningsTitle: { one: 'Un point à vérifier', other: '{count} points à vérifier' },
  warningsHint: 'Cela n’empêche pas d’importer.',
  ignoredTitle: { one: 'Une colonne laissée de côté', other: '{count} colonnes laissées de côté' },
  ignoredHint: 'Nous n’en gardons rien.',
  untitled: 'colonne {letter}, sans titre',
  addedCompetences: {
    one: 'Une compétence rejoint la session\u00a0: {labels}.',
    other: '{count} compétences rejoignent la session\u00a0: {labels}.',
  },
  newStructures: {
    one: 'Une structure sera créée\u00a0: {names}.',
    other: '{count} structures seront créées\u00a0: {names}.',
  },
  sentByOthers: {
    one: '{count} jeune vient d’une autre structure du réseau ({names}). Sa fiche sera dans la vôtre, avec le nom de qui l’envoie.',
    other:
      '{count} jeunes viennent d’autres structures du réseau ({names}). Leurs fiches seront dans la vôtre, avec le nom de qui les envoie.',
  },
  countCreated: { one: '{count} jeune ajouté', other: '{count} jeunes ajoutés' },
  countUpdated: { one: '{count} jeune mis à jour', other: '{count} jeunes mis à jour' },
  countUnchanged: { one: '{count} jeune sans changement', other: '{count} jeunes sans changement' },
  people: 'Les jeunes du fichier',
  morePeople: { one: 'Et {count} autre jeune.', other: 'Et {count} autres jeunes.' },
  rowNumber: 'ligne {row}',
  columnPerson: 'Jeune',
  columnOutcome: 'Résultat',
  columnChanges: 'Ce qui change',
  columnLevels: 'Niveaux',
  outcomeCreated: 'ajouté',
  outcomeUpdated: 'mis à jour',
  outcomeUnchanged: 'sans changement',
  changeLearnerCreated: 'nouvelle fiche',
  changeLearnerUpdated: 'fiche complétée',
  changeStayCreated: 'nouveau séjour',
  changeStayUpdated: 'séjour complété',
  changeEnrolmentCreated: 'entre dans la session',
  changeEnrolmentUpdated: 'présence, séjour ou observation',
  levelBefore: 'au lieu de {level}',
  notYet: 'pas encore',
  confirm: { one: 'Importer {count} ligne', other: 'Importer les {count} lignes' },
  backToSession: 'Revenir à la session',
  changedMeanwhile: 'Quelqu’un a modifié la session entre-temps. Voici ce que l’import ferait maintenant.',
  done: 'L’import est fait. Les niveaux attendent votre relecture dans la grille.',
  doneNothing: 'Tout était déjà à jour\u00a0: l’import n’a rien changé.',
  signedSession:
    'Cette session est signée. Ses niveaux ne changent plus\u00a0; vous pouvez encore vérifier un fichier.',
  returnSession: 'Session de retour',
  departureSession: 'Session de départ',
  fileMissing: 'Choisissez d’abord un fichier.',
  fileIsWorkbook:
    'C’est un classeur (xlsx, xls ou ods), pas un fichier CSV. Ouvrez-le dans Excel, puis «\u00a0Enregistrer sous\u00a0» et «\u00a0CSV UTF-8\u00a0».',
  fileIsBinary:
    'Ce fichier n’est pas du texte\u00a0: c’est peut-être une image, un PDF ou un document. Il nous faut un tableau enregistré en CSV.',
  fileHasOpenQuote:
    'Un guillemet (") s’ouvre à la ligne {value} et ne se referme jamais. Refermez-le ou enlevez-le.',
  fileIsMalformed:
    'Le tableau n’est pas lisible à partir de la ligne {value}. Enregistrez-le à nouveau en CSV depuis Excel.',
  fileHasTooManyColumns:
    'Ce tableau a plus de {max} colonnes\u00a0: ce n’est sans doute pas une liste de jeunes.',
  fileHasNoNames:
    'Nous ne trouvons pas la ligne de titres\u00a0: il faut au moins «\u00a0Nom\u00a0» et «\u00a0Prénom\u00a0». Nous avons lu\u00a0: {value}.',
  sessionWithoutStructure:
    'Ce fichier ne dit pas quelle structure organise la session. Ajoutez une colonne «\u00a0Structure\u00a0».',
  sessionStructureUnknown:
    'Nous ne connaissons pas la structure «\u00a0{value}\u00a0», ou vous n’y avez pas de rôle.',
  columnUnknownCompetence:
    'Colonne {column}\u00a0: compétence inconnue. Ses cases ressemblent à des niveaux\u00a0; écrivez en titre le nom ou le code d’une compétence.',
  columnUnknownCompetenceNear:
    'Colonne {column}\u00a0: compétence inconnue. Vouliez-vous écrire {near}\u00a0?',
  columnTwice:
    'Colonne {column}\u00a0: elle dit la même chose que la colonne {other}. Gardez celle des deux qui est juste.',
  columnTwiceCompetence:
    'Colonne {column}\u00a0: la compétence «\u00a0{competence}\u00a0» est déjà dans la colonne {other}. Gardez celle des deux qui est juste.',
  columnManySessions:
    'Colonne {column}\u00a0: le fichier parle de deux sessions, «\u00a0{value}\u00a0» et «\u00a0{other}\u00a0». Faites un fichier par session.',
  rowWithoutName: 'Ligne {row}\u00a0: il manque le nom et le prénom.',
  rowWithoutFamilyName: 'Ligne {row}\u00a0: il manque le nom.',
  rowWithoutGivenName: 'Ligne {row}\u00a0: il manque le prénom.',
  rowWithoutStart: 'Ligne {row}\u00a0: il manque la date de début du séjour.',
  rowWithoutEnd: 'Ligne {row}\u00a0: il manque la date de fin du séjour.',
  rowWithoutCountry: 'Ligne {row}\u00a0: il manque le pays d’accueil.',
  rowStayNotRecorded:
    'Ligne {row}\u00a0: sans pays ni dates, le séjour («\u00a0{value}\u00a0») ne sera pas enregistré.',
  rowTwice: 'Ligne {row}\u00a0: {name} est déjà à la ligne {other}. Gardez une seule ligne par jeune.',
  rowTwiceOrNamesake:
    'Ligne {row}\u00a0: {name} est déjà à la ligne {other}. Si ce sont deux personnes, donnez leurs dates de naissance.',
  rowNamesake:
    'Ligne {row}\u00a0: deux personnes de la structure portent ce nom. Donnez la date de naissance pour dire laquelle.',
  rowNotInSignedSession: 'Ligne {row}\u00a0: cette session est déjà signée, plus personne ne peut y entrer.',
  rowSessionSigned:
    'Ligne {row}\u00a0: cette session est déjà signée, le séjour, la présence et l’observation n’y changent plus.',
  cellTooLong:
    'Ligne {row}, colonne {column}\u00a0: c’est un peu long, {length} caractères. Nous en gardons {max} au plus.',
  cellNamesNotSplit:
    'Ligne {row}, colonne {column}\u00a0: nous ne savons pas où finit le nom dans «\u00a0{value}\u00a0». Écrivez le nom en capitales («\u00a0DUPONT Chloé\u00a0») ou faites deux colonnes.',
  cellEmail:
    'Ligne {row}, colonne {column}\u00a0: «\u00a0{value}\u00a0» ne ressemble pas à une adresse de courriel.',
  cellBirthInFuture:
    'Ligne {row}, colonne {column}\u00a0: une naissance le «\u00a0{value}\u00a0» est dans le futur. Vérifiez l’année.',
  cellAge:
    'Ligne {row}, colonne {column}\u00a0: né ou née le «\u00a0{value}\u00a0», cela fait {age} ans. Nous attendons entre {min} et {max} ans\u00a0: vérifiez l’année.',
  cellUnusualAge:
    'Ligne {row}, colonne {column}\u00a0: {age} ans à la session, hors des {min} à {max} ans habituels.',
  cellDateImpossible:
    'Ligne {row}, colonne {column}\u00a0: le «\u00a0{value}\u00a0» n’existe pas au calendrier. Écrivez la date ainsi\u00a0: 03/07/2026.',
  cellDateTwoDigits:
    'Ligne {row}, colonne {column}\u00a0: dans «\u00a0{value}\u00a0», l’année n’a que deux chiffres. Écrivez-la en entier\u00a0: 03/07/2026.',
  cellDateIsNumber:
    'Ligne {row}, colonne {column}\u00a0: «\u00a0{value}\u00a0» est une date restée en nombre. Dans Excel, donnez à la colonne le format «\u00a0Date courte\u00a0».',
  cellDateMonthFirst:
    'Ligne {row}, colonne {column}\u00a0: «\u00a0{value}\u00a0» semble écrit le mois d’abord. Écrivez le jour d’abord\u00a0: 03/07/2026 pour le 3 juillet.',
  cellDateUnreadable:
    'Ligne {row}, colonne {column}\u00a0: nous ne lisons pas de date dans «\u00a0{value}\u00a0». Écrivez-la ainsi\u00a0: 03/07/2026.',
  cellEndBeforeStart:
    'Ligne {row}, colonne {column}\u00a0: le retour ({value}) vient avant le départ ({start}). Vérifiez les deux dates.',
  cellLongStay:
    'Ligne {row}, colonne {column}\u00a0: un séjour jusqu’au «\u00a0{value}\u00a0» dure plus de deux ans. Vérifiez l’année.',
  cellStayBeforeBirth:
    'Ligne {row}, colonne {column}\u00a0: le séjour commence le «\u00a0{value}\u00a0», avant la naissance. Vérifiez les deux dates.',
  cellCountry:
    'Ligne {row}, colonne {column}\u00a0: nous ne reconnaissons pas le pays «\u00a0{value}\u00a0». Écrivez son nom en français ou en anglais, ou son code (DE).',
  cellProgrammeAsWritten:
    'Ligne {row}, colonne {column}\u00a0: nous ne connaissons pas le programme «\u00a0{value}\u00a0». Il sera imprimé tel quel.',
  cellAttendance:
    'Ligne {row}, colonne {column}\u00a0: «\u00a0{value}\u00a0» ne dit pas si le jeune était là. Écrivez «\u00a0présent\u00a0» ou «\u00a0absent\u00a0».',
  cellStructureUnknown:
    'Ligne {row}, colonne {column}\u00a0: nous ne connaissons pas la structure «\u00a0{value}\u00a0». Vérifiez son nom, ou laissez la case vide pour prendre celle de la session.',
  cellLevel:
    'Ligne {row}, colonne {column}\u00a0: «\u00a0{value}\u00a0» n’est pas un niveau. Écrivez 1, 2, 3 ou 4, «\u00a0pas encore\u00a0», ou laissez la case vide.',
  cellCefrLevel:
    'Ligne {row}, colonne {column}\u00a0: «\u00a0{value}\u00a0» n’est pas un niveau de langue. Écrivez A1, A2, B1, B2, C1 ou C2, «\u00a0pas encore\u00a0», ou laissez la case vide.',
  cellSessionSigned:
    'Ligne {row}, colonne {column}\u00a0: cette session est déjà signée, le niveau ({value}) ne change plus.',
} as const satisfies Record<string, Message>
