import type { Message } from '../messages.ts'

/** Importing a spreadsheet. Sentences about a cell name its row and column first, wherever they are shown. */
export const imports = {
  title: 'Importer un tableau',
  lede: 'Un fichier CSV, une ligne par jeune, une colonne par compétence. Rien n’est enregistré avant votre accord.',
  fileLabel: 'Votre fichier CSV',
  fileHint:
    'Dans Excel : « Fichier », « Enregistrer sous », puis « CSV UTF-8 » ou « CSV ». 5 Mo et 2 000 lignes au plus.',
  check: 'Vérifier le fichier',
  checkAgain: 'Vérifier un autre fichier',
  download: 'Télécharger un modèle prêt à remplir',
  howTitle: 'Ce que nous comprenons',
  howPeople:
    'Qui : nom et prénom (ou une seule colonne, le nom en capitales), date de naissance, courriel, structure.',
  howStay: 'Le séjour : programme, activité, structure d’accueil, ville, pays, début, fin, objectifs, bilan.',
  howSession: 'La session : présence, observation.',
  howLevels:
    'Les compétences : une colonne chacune, avec son nom ou son code. Dans la case, de 1 à 4 (A1 à C2 pour une langue), « pas encore », ou rien.',
  howVoices:
    'Le niveau donné par le formateur se met sous le nom de la compétence. Ajoutez « (déclaré) » pour celui que le jeune s’est donné, « (confirmé) » pour celui de la structure d’accueil.',
  howRest:
    'L’ordre, les majuscules et les accents n’ont pas d’importance. Une case vide n’efface jamais rien.',
  planTitle: 'Ce que l’import va faire',
  planReady: 'Rien n’est encore enregistré. Relisez, puis confirmez.',
  planSame: 'Tout est déjà à jour : importer ce fichier ne changerait rien.',
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
    one: 'Une compétence rejoint la session : {labels}.',
    other: '{count} compétences rejoignent la session : {labels}.',
  },
  newStructures: {
    one: 'Une structure sera créée : {names}.',
    other: '{count} structures seront créées : {names}.',
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
  doneNothing: 'Tout était déjà à jour : l’import n’a rien changé.',
  signedSession:
    'Cette session est signée. Ses niveaux ne changent plus ; vous pouvez encore vérifier un fichier.',
  returnSession: 'Session de retour',
  departureSession: 'Session de départ',
  fileMissing: 'Choisissez d’abord un fichier.',
  fileIsWorkbook:
    'C’est un classeur (xlsx, xls ou ods), pas un fichier CSV. Ouvrez-le dans Excel, puis « Enregistrer sous » et « CSV UTF-8 ».',
  fileIsBinary:
    'Ce fichier n’est pas du texte : c’est peut-être une image, un PDF ou un document. Il nous faut un tableau enregistré en CSV.',
  fileHasOpenQuote:
    'Un guillemet (") s’ouvre à la ligne {value} et ne se referme jamais. Refermez-le ou enlevez-le.',
  fileIsMalformed:
    'Le tableau n’est pas lisible à partir de la ligne {value}. Enregistrez-le à nouveau en CSV depuis Excel.',
  fileHasTooManyColumns: 'Ce tableau a plus de {max} colonnes : ce n’est sans doute pas une liste de jeunes.',
  fileHasNoNames:
    'Nous ne trouvons pas la ligne de titres : il faut au moins « Nom » et « Prénom ». Nous avons lu : {value}.',
  sessionWithoutStructure:
    'Ce fichier ne dit pas quelle structure organise la session. Ajoutez une colonne « Structure ».',
  sessionStructureUnknown: 'Nous ne connaissons pas la structure « {value} », ou vous n’y avez pas de rôle.',
  columnUnknownCompetence:
    'Colonne {column} : compétence inconnue. Ses cases ressemblent à des niveaux ; écrivez en titre le nom ou le code d’une compétence.',
  columnUnknownCompetenceNear: 'Colonne {column} : compétence inconnue. Vouliez-vous écrire {near} ?',
  columnTwice:
    'Colonne {column} : elle dit la même chose que la colonne {other}. Gardez celle des deux qui est juste.',
  columnTwiceCompetence:
    'Colonne {column} : la compétence « {competence} » est déjà dans la colonne {other}. Gardez celle des deux qui est juste.',
  columnManySessions:
    'Colonne {column} : le fichier parle de deux sessions, « {value} » et « {other} ». Faites un fichier par session.',
  rowWithoutName: 'Ligne {row} : il manque le nom et le prénom.',
  rowWithoutFamilyName: 'Ligne {row} : il manque le nom.',
  rowWithoutGivenName: 'Ligne {row} : il manque le prénom.',
  rowWithoutStart: 'Ligne {row} : il manque la date de début du séjour.',
  rowWithoutEnd: 'Ligne {row} : il manque la date de fin du séjour.',
  rowWithoutCountry: 'Ligne {row} : il manque le pays d’accueil.',
  rowStayNotRecorded: 'Ligne {row} : sans pays ni dates, le séjour (« {value} ») ne sera pas enregistré.',
  rowTwice: 'Ligne {row} : {name} est déjà à la ligne {other}. Gardez une seule ligne par jeune.',
  rowTwiceOrNamesake:
    'Ligne {row} : {name} est déjà à la ligne {other}. Si ce sont deux personnes, donnez leurs dates de naissance.',
  rowNamesake:
    'Ligne {row} : deux personnes de la structure portent ce nom. Donnez la date de naissance pour dire laquelle.',
  rowNotInSignedSession: 'Ligne {row} : cette session est déjà signée, plus personne ne peut y entrer.',
  rowSessionSigned:
    'Ligne {row} : cette session est déjà signée, le séjour, la présence et l’observation n’y changent plus.',
  cellTooLong:
    'Ligne {row}, colonne {column} : c’est un peu long, {length} caractères. Nous en gardons {max} au plus.',
  cellNamesNotSplit:
    'Ligne {row}, colonne {column} : nous ne savons pas où finit le nom dans « {value} ». Écrivez le nom en capitales (« DUPONT Chloé ») ou faites deux colonnes.',
  cellEmail: 'Ligne {row}, colonne {column} : « {value} » ne ressemble pas à une adresse de courriel.',
  cellBirthInFuture:
    'Ligne {row}, colonne {column} : une naissance le « {value} » est dans le futur. Vérifiez l’année.',
  cellAge:
    'Ligne {row}, colonne {column} : né ou née le « {value} », cela fait {age} ans. Nous attendons entre {min} et {max} ans : vérifiez l’année.',
  cellUnusualAge:
    'Ligne {row}, colonne {column} : {age} ans à la session, hors des {min} à {max} ans habituels.',
  cellDateImpossible:
    'Ligne {row}, colonne {column} : le « {value} » n’existe pas au calendrier. Écrivez la date ainsi : 03/07/2026.',
  cellDateTwoDigits:
    'Ligne {row}, colonne {column} : dans « {value} », l’année n’a que deux chiffres. Écrivez-la en entier : 03/07/2026.',
  cellDateIsNumber:
    'Ligne {row}, colonne {column} : « {value} » est une date restée en nombre. Dans Excel, donnez à la colonne le format « Date courte ».',
  cellDateMonthFirst:
    'Ligne {row}, colonne {column} : « {value} » semble écrit le mois d’abord. Écrivez le jour d’abord : 03/07/2026 pour le 3 juillet.',
  cellDateUnreadable:
    'Ligne {row}, colonne {column} : nous ne lisons pas de date dans « {value} ». Écrivez-la ainsi : 03/07/2026.',
  cellEndBeforeStart:
    'Ligne {row}, colonne {column} : le retour ({value}) vient avant le départ ({start}). Vérifiez les deux dates.',
  cellLongStay:
    'Ligne {row}, colonne {column} : un séjour jusqu’au « {value} » dure plus de deux ans. Vérifiez l’année.',
  cellStayBeforeBirth:
    'Ligne {row}, colonne {column} : le séjour commence le « {value} », avant la naissance. Vérifiez les deux dates.',
  cellCountry:
    'Ligne {row}, colonne {column} : nous ne reconnaissons pas le pays « {value} ». Écrivez son nom en français ou en anglais, ou son code (DE).',
  cellProgrammeAsWritten:
    'Ligne {row}, colonne {column} : nous ne connaissons pas le programme « {value} ». Il sera imprimé tel quel.',
  cellAttendance:
    'Ligne {row}, colonne {column} : « {value} » ne dit pas si le jeune était là. Écrivez « présent » ou « absent ».',
  cellStructureUnknown:
    'Ligne {row}, colonne {column} : nous ne connaissons pas la structure « {value} ». Vérifiez son nom, ou laissez la case vide pour prendre celle de la session.',
  cellStructureNotYours:
    'Ligne {row}, colonne {column} : vous n’avez pas de rôle dans la structure « {value} ». Sa coordination peut inscrire ses jeunes.',
  cellLevel:
    'Ligne {row}, colonne {column} : « {value} » n’est pas un niveau. Écrivez 1, 2, 3 ou 4, « pas encore », ou laissez la case vide.',
  cellCefrLevel:
    'Ligne {row}, colonne {column} : « {value} » n’est pas un niveau de langue. Écrivez A1, A2, B1, B2, C1 ou C2, « pas encore », ou laissez la case vide.',
  cellSessionSigned:
    'Ligne {row}, colonne {column} : cette session est déjà signée, le niveau ({value}) ne change plus.',
} as const satisfies Record<string, Message>
