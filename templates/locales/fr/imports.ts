import type { Message } from '../messages.ts'

/** Importing a spreadsheet. Sentences about a cell name its row and column first, wherever they are shown. */
export const imports = {
  title: 'Importer un tableau',
  lede: 'Un classeur Excel ou un fichier CSV, une ligne par jeune, une colonne par compétence. Rien n’est enregistré avant votre accord.',
  fileLabel: 'Votre tableau (Excel ou CSV)',
  fileHint: 'Un classeur .xlsx tel quel, ou un CSV. 5\u00a0Mo et 2\u202f000 lignes au plus.',
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
    one: '{count} jeune vient d’une autre structure du réseau ({names}). Son dossier sera dans la vôtre, avec le nom de qui l’envoie.',
    other:
      '{count} jeunes viennent d’autres structures du réseau ({names}). Leurs dossiers seront dans la vôtre, avec le nom de qui les envoie.',
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
  changeLearnerUpdated: 'dossier complété',
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
    'Ce n’est ni un classeur Excel (.xlsx) ni un fichier CSV. Ouvrez-le dans Excel ou LibreOffice, puis «\u00a0Enregistrer sous\u00a0» et «\u00a0Classeur Excel (.xlsx)\u00a0».',
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
  rowStayKept:
    'Ligne {row}\u00a0: le séjour de cette personne est déjà signé. Il reste tel quel\u00a0: il ne change que par une correction, dans sa session.',
  rowStaySigned:
    'Ligne {row}\u00a0: le séjour de cette personne est déjà signé, et cette liste le dit autrement. Il ne change que par une correction, dans sa session.',
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
  cellMinor:
    'Ligne {row}, colonne {column}\u00a0: moins de 18 ans. Le passeport reste privé tant qu’aucun accord parental n’est enregistré.',
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
  'field-familyName': 'Nom de famille',
  'field-givenName': 'Prénom',
  'field-fullName': 'Nom et prénom',
  'field-birthDate': 'Date de naissance',
  'field-email': 'Courriel',
  'field-organisation': 'Structure',
  'field-programme': 'Programme',
  'field-activity': 'Activité',
  'field-hostName': 'Structure d’accueil',
  'field-hostTown': 'Ville d’accueil',
  'field-hostCountry': 'Pays d’accueil',
  'field-startsOn': 'Début du séjour',
  'field-endsOn': 'Fin du séjour',
  'field-attendance': 'Présence',
  'field-observation': 'Observation',
  'field-objectives': 'Objectifs au départ',
  'field-summary': 'Bilan au retour',
  'field-sessionTitle': 'Titre de la session',
  'field-sessionPlace': 'Lieu de la session',
  'field-sessionDate': 'Date de la session',
  'field-sessionEnd': 'Fin de la session',
  columnsTitle: 'Ce que veut dire chaque colonne',
  columnsHint:
    'Changez ce qui n’a pas été compris. Quand vous confirmerez l’import, nous nous en souviendrons pour vos prochains tableaux.',
  columnsAgain: 'Relire avec ces colonnes',
  meaningNone: 'Laisser de côté',
  meaningFields: 'La personne, le séjour, la session',
  'meaningLevels-declared': 'Niveau déclaré par la personne',
  'meaningLevels-attested': 'Niveau attesté en session',
  'meaningLevels-confirmed': 'Niveau confirmé par l’accueil',
  untitledColumn: 'Sans titre',
  workbookTooLarge:
    'Ce classeur contient bien plus qu’une liste. Gardez la feuille des jeunes seule, puis envoyez-le à nouveau.',
  workbookUnreadable:
    'Ce classeur ne s’ouvre pas\u00a0: il est peut-être abîmé ou protégé par un mot de passe. Enregistrez-le à nouveau sans mot de passe, ou en «\u00a0CSV UTF-8\u00a0».',
  workbookHasNoNames: 'Aucune feuille de ce classeur n’a les titres attendus. Feuilles lues\u00a0: {value}.',
  columnsLeft: { one: '{count} colonne laissée de côté', other: '{count} colonnes laissées de côté' },
  meaningColumns: 'Une colonne de la liste',
  'field-name': 'Nom',
  'field-kind': 'Type',
  'field-siret': 'SIRET',
  'field-town': 'Ville',
  'field-publicLabel': 'Nom neutre pour l’extérieur',
  'field-contactEmail': 'Courriel de contact',
  'field-contactUrl': 'Site web',
  'field-title': 'Titre',
  'field-place': 'Lieu',
  'field-language': 'Langue des attestations',
  'field-competences': 'Compétences',
  'listTitle-people': 'Importer une liste de jeunes',
  'listTitle-structures': 'Importer les structures du réseau',
  'listTitle-sessions': 'Importer des sessions',
  'listLede-people':
    'Un classeur Excel ou un fichier CSV, une ligne par séjour. Rien n’est enregistré avant votre accord.',
  'listLede-structures':
    'Un classeur Excel ou un fichier CSV, une ligne par structure. Une structure déjà connue est complétée, jamais créée deux fois.',
  'listLede-sessions':
    'Un classeur Excel ou un fichier CSV, une ligne par session. Les jeunes s’ajoutent ensuite dans chaque session.',
  listChoose: 'Pour quelle structure\u00a0?',
  listImport: 'Importer une liste',
  listBack: 'Retour',
  listColumns: 'Colonnes lues',
  listRequired: 'nécessaire',
  listItems: 'Ce qui va se passer',
  listCreated: 'nouveau',
  listUpdated: 'complété',
  listUnchanged: 'déjà là',
  listErrorsHint:
    'Rien n’a été enregistré. Corrigez le tableau et envoyez-le à nouveau, ou changez le sens d’une colonne ci-dessous.',
  listDone: 'La liste est importée.',
  listNameWrong: 'Ligne {row}\u00a0: il manque un nom, ou il est trop long.',
  listTooLong: 'Ligne {row}, colonne {column}\u00a0: ce texte est trop long.',
  listEmailWrong:
    'Ligne {row}, colonne {column}\u00a0: «\u00a0{value}\u00a0» n’est pas une adresse de courriel.',
  listUrlWrong:
    'Ligne {row}, colonne {column}\u00a0: «\u00a0{value}\u00a0» n’est pas une adresse web. Elle commence par https://',
  listSiretWrong:
    'Ligne {row}, colonne {column}\u00a0: «\u00a0{value}\u00a0» n’est pas un SIRET. Il a 14 chiffres, et le dernier se calcule à partir des autres.',
  listSiretTaken:
    'Ligne {row}, colonne {column}\u00a0: ce SIRET est celui d’une structure qui porte un autre nom.',
  listTwice: 'Ligne {row}\u00a0: «\u00a0{value}\u00a0» est déjà à la ligne {other}.',
  listDayMissing: 'Ligne {row}\u00a0: il manque la date.',
  listDayWrong:
    'Ligne {row}, colonne {column}\u00a0: «\u00a0{value}\u00a0» n’est pas une date. Écrivez-la ainsi\u00a0: 03/07/2026.',
  listEndBeforeStart: 'Ligne {row}, colonne {column}\u00a0: la fin vient avant le début.',
  listKindWrong:
    'Ligne {row}, colonne {column}\u00a0: écrivez «\u00a0départ\u00a0» ou «\u00a0retour\u00a0», au lieu de «\u00a0{value}\u00a0».',
  listLanguageWrong:
    'Ligne {row}, colonne {column}\u00a0: les attestations s’écrivent en français ou en anglais, pas en «\u00a0{value}\u00a0».',
  listCompetenceWrong:
    'Ligne {row}, colonne {column}\u00a0: nous ne connaissons pas la compétence «\u00a0{value}\u00a0».',
  listStructureWrong:
    'Ligne {row}\u00a0: cette structure n’est pas dans le réseau, ou vous ne la coordonnez pas.',
  'listCount-created': { one: '{count} à créer', other: '{count} à créer' },
  'listCount-updated': { one: '{count} à compléter', other: '{count} à compléter' },
  'listCount-unchanged': { one: '{count} déjà là', other: '{count} déjà là' },
  listMore: { one: 'Et {count} autre ligne.', other: 'Et {count} autres lignes.' },
  listConfirm: { one: 'Importer {count} ligne', other: 'Importer {count} lignes' },
} as const satisfies Record<string, Message>
