import type { imports as original } from '../fr/imports.ts'
import type { SameKeys } from '../messages.ts'

export const imports: SameKeys<typeof original> = {
  title: 'Import a spreadsheet',
  lede: 'An Excel workbook or a CSV file, one row a young person, one column a competence. Nothing is saved before you agree.',
  fileLabel: 'Your list (Excel or CSV)',
  fileHint: 'An .xlsx workbook as it is, or a CSV. 5 MB and 2,000 rows at most.',
  check: 'Check the file',
  checkAgain: 'Check another file',
  download: 'Download a file ready to fill in',
  howTitle: 'What we understand',
  howPeople:
    'Who: last name and first name (or one column, the last name in capitals), date of birth, e-mail, structure.',
  howStay:
    'The stay: programme, activity, host organisation, town, country, start, end, objectives, summary.',
  howSession: 'The session: attendance, observation.',
  howLevels:
    'Competences: one column each, by name or code. In the cell, 1 to 4 (A1 to C2 for a language), “not yet”, or nothing.',
  howVoices:
    'The trainer’s level goes under the competence’s name. Add “(declared)” for what the young person said, “(confirmed)” for what the host said.',
  howRest: 'Order, capitals and accents do not matter. An empty cell never erases anything.',
  planTitle: 'What the import will do',
  planReady: 'Nothing is saved yet. Read it through, then confirm.',
  planSame: 'Everything is up to date: importing this file would change nothing.',
  errorsTitle: {
    one: 'One thing to correct before importing',
    other: '{count} things to correct before importing',
  },
  errorsHint: 'Correct your spreadsheet, save it and send it again. Nothing was imported.',
  moreProblems: {
    one: 'And one more, which we will show next.',
    other: 'And {count} more, which we will show next.',
  },
  warningsTitle: { one: 'One point to check', other: '{count} points to check' },
  warningsHint: 'This does not stop the import.',
  ignoredTitle: { one: 'One column left aside', other: '{count} columns left aside' },
  untitled: 'column {letter}, without a title',
  addedCompetences: {
    one: 'One competence joins the session: {labels}.',
    other: '{count} competences join the session: {labels}.',
  },
  newStructures: {
    one: 'One structure will be created: {names}.',
    other: '{count} structures will be created: {names}.',
  },
  sentByOthers: {
    one: '{count} young person comes from another structure of the network ({names}). Yours keeps their record, with the name of who sent them.',
    other:
      '{count} young people come from other structures of the network ({names}). Yours keeps their records, with the name of who sent them.',
  },
  countCreated: { one: '{count} young person added', other: '{count} young people added' },
  countUpdated: { one: '{count} young person updated', other: '{count} young people updated' },
  countUnchanged: { one: '{count} young person unchanged', other: '{count} young people unchanged' },
  people: 'The young people in the file',
  morePeople: { one: 'And {count} more.', other: 'And {count} more.' },
  rowNumber: 'row {row}',
  columnPerson: 'Young person',
  columnOutcome: 'Result',
  columnChanges: 'What changes',
  columnLevels: 'Levels',
  outcomeCreated: 'added',
  outcomeUpdated: 'updated',
  outcomeUnchanged: 'unchanged',
  changeLearnerCreated: 'new record',
  changeLearnerUpdated: 'record completed',
  changeStayCreated: 'new stay',
  changeStayUpdated: 'stay completed',
  changeEnrolmentCreated: 'joins the session',
  changeEnrolmentUpdated: 'attendance, stay or observation',
  levelBefore: 'instead of {level}',
  notYet: 'not yet',
  confirm: { one: 'Import {count} row', other: 'Import the {count} rows' },
  backToSession: 'Back to the session',
  changedMeanwhile: 'Somebody changed the session meanwhile. This is what the import would do now.',
  done: 'The import is done. The levels are in the grid for you to read through.',
  doneNothing: 'Everything was up to date: the import changed nothing.',
  signedSession: 'This session is signed. Its levels no longer change; you can still check a file.',
  returnSession: 'Return session',
  departureSession: 'Departure session',
  fileMissing: 'Choose a file first.',
  fileIsWorkbook:
    'This is neither an Excel workbook (.xlsx) nor a CSV file. Open it in Excel or LibreOffice, then “Save as” and “Excel workbook (.xlsx)”.',
  fileIsBinary:
    'This file is not text: it may be a picture, a PDF or a document. We need a spreadsheet saved as CSV.',
  fileHasOpenQuote: 'A quotation mark (") opens on row {value} and never closes. Close it or remove it.',
  fileIsMalformed: 'The spreadsheet cannot be read from row {value} on. Save it as CSV again from Excel.',
  fileHasTooManyColumns:
    'This spreadsheet has more than {max} columns: it is probably not a list of young people.',
  fileHasNoNames:
    'We cannot find the row of titles: it needs at least “Last name” and “First name”. We read: {value}.',
  sessionWithoutStructure:
    'This file does not say which structure runs the session. Add a “Structure” column.',
  sessionStructureUnknown: 'We do not know the structure “{value}”, or you have no role in it.',
  columnUnknownCompetence:
    'Column {column}: unknown competence. Its cells look like levels; write the name or code of a competence as its title.',
  columnUnknownCompetenceNear: 'Column {column}: unknown competence. Did you mean {near}?',
  columnTwice: 'Column {column}: it says the same as column {other}. Keep the right one of the two.',
  columnTwiceCompetence:
    'Column {column}: the competence “{competence}” is in column {other} already. Keep the right one of the two.',
  columnManySessions:
    'Column {column}: the file speaks of two sessions, “{value}” and “{other}”. Make one file a session.',
  rowWithoutName: 'Row {row}: the last name and first name are missing.',
  rowWithoutFamilyName: 'Row {row}: the last name is missing.',
  rowWithoutGivenName: 'Row {row}: the first name is missing.',
  rowWithoutStart: 'Row {row}: the start of the stay is missing.',
  rowWithoutEnd: 'Row {row}: the end of the stay is missing.',
  rowWithoutCountry: 'Row {row}: the host country is missing.',
  rowStayNotRecorded: 'Row {row}: without country and dates the stay (“{value}”) will not be recorded.',
  rowStayKept:
    'Row {row}: this person’s stay is signed already. It stays as it is, and changes only by a correction in its session.',
  rowStaySigned:
    'Row {row}: this person’s stay is signed already, and this list tells it differently. It changes only by a correction, in its session.',
  rowTwice: 'Row {row}: {name} is on row {other} already. Keep one row a young person.',
  rowTwiceOrNamesake:
    'Row {row}: {name} is on row {other} already. If they are two people, give their dates of birth.',
  rowNamesake: 'Row {row}: two people of the structure bear this name. Give the date of birth to say which.',
  rowNotInSignedSession: 'Row {row}: this session is signed already, nobody can join it any more.',
  rowSessionSigned:
    'Row {row}: this session is signed already, stay, attendance and observation no longer change.',
  cellTooLong: 'Row {row}, column {column}: a little long, {length} characters. We keep {max} at most.',
  cellNamesNotSplit:
    'Row {row}, column {column}: we cannot tell where the last name ends in “{value}”. Write it in capitals (“DUPONT Chloé”) or make two columns.',
  cellEmail: 'Row {row}, column {column}: “{value}” does not look like an e-mail address.',
  cellBirthInFuture: 'Row {row}, column {column}: a birth on “{value}” is in the future. Check the year.',
  cellAge:
    'Row {row}, column {column}: born on “{value}” makes {age} years old. We expect {min} to {max}: check the year.',
  cellMinor:
    'Row {row}, column {column}: under 18. The passport stays private until a guardian’s agreement is recorded.',
  cellUnusualAge:
    'Row {row}, column {column}: {age} years old at the session, outside the usual {min} to {max}.',
  cellDateImpossible:
    'Row {row}, column {column}: “{value}” is not in the calendar. Write the date like this: 03/07/2026 (day first).',
  cellDateTwoDigits:
    'Row {row}, column {column}: the year in “{value}” has only two digits. Write it in full: 03/07/2026 (day first).',
  cellDateIsNumber:
    'Row {row}, column {column}: “{value}” is a date left as a number. In Excel, give the column the format “Short date”.',
  cellDateMonthFirst:
    'Row {row}, column {column}: “{value}” seems to put the month first. Write the day first: 03/07/2026 for 3 July.',
  cellDateUnreadable:
    'Row {row}, column {column}: we read no date in “{value}”. Write it like this: 03/07/2026 (day first).',
  cellEndBeforeStart:
    'Row {row}, column {column}: the return ({value}) comes before the departure ({start}). Check both dates.',
  cellLongStay:
    'Row {row}, column {column}: a stay until “{value}” lasts more than two years. Check the year.',
  cellStayBeforeBirth:
    'Row {row}, column {column}: the stay starts on “{value}”, before the birth. Check both dates.',
  cellCountry:
    'Row {row}, column {column}: we do not recognise the country “{value}”. Write its name in French or English, or its code (DE).',
  cellProgrammeAsWritten:
    'Row {row}, column {column}: we do not know the programme “{value}”. It will be printed as it is.',
  cellAttendance:
    'Row {row}, column {column}: “{value}” does not say whether the young person came. Write “present” or “absent”.',
  cellStructureUnknown:
    'Row {row}, column {column}: we do not know the structure “{value}”. Check its name, or leave the cell empty to take the session’s own.',
  cellLevel:
    'Row {row}, column {column}: “{value}” is not a level. Write 1, 2, 3 or 4, “not yet”, or leave the cell empty.',
  cellCefrLevel:
    'Row {row}, column {column}: “{value}” is not a language level. Write A1, A2, B1, B2, C1 or C2, “not yet”, or leave the cell empty.',
  cellSessionSigned:
    'Row {row}, column {column}: this session is signed already, the level ({value}) no longer changes.',
  'field-familyName': 'Family name',
  'field-givenName': 'First name',
  'field-fullName': 'Full name',
  'field-birthDate': 'Date of birth',
  'field-email': 'E-mail',
  'field-organisation': 'Structure',
  'field-programme': 'Programme',
  'field-activity': 'Activity',
  'field-hostName': 'Host',
  'field-hostTown': 'Host town',
  'field-hostCountry': 'Host country',
  'field-startsOn': 'Start of the stay',
  'field-endsOn': 'End of the stay',
  'field-attendance': 'Attendance',
  'field-observation': 'Observation',
  'field-objectives': 'Objectives before',
  'field-summary': 'Summary after',
  'field-sessionTitle': 'Title of the session',
  'field-sessionPlace': 'Place of the session',
  'field-sessionDate': 'Date of the session',
  'field-sessionEnd': 'End of the session',
  columnsTitle: 'What each column means',
  columnsHint:
    'Change what was not understood. When you confirm the import, we remember it for your next lists.',
  columnsAgain: 'Read again with these columns',
  meaningNone: 'Leave aside',
  meaningFields: 'The person, the stay, the session',
  'meaningLevels-declared': 'Level declared by the young person',
  'meaningLevels-attested': 'Level attested in the session',
  'meaningLevels-confirmed': 'Level confirmed by the host',
  untitledColumn: 'Untitled',
  workbookTooLarge:
    'This workbook holds far more than a list. Keep the sheet with the people alone, then send it again.',
  workbookUnreadable:
    'This workbook does not open: it may be damaged or protected by a password. Save it again without a password, or as “CSV UTF-8”.',
  workbookHasNoNames: 'No sheet of this workbook has the titles of such a list. Sheets read: {value}.',
  columnsLeft: { one: '{count} column left aside', other: '{count} columns left aside' },
  meaningColumns: 'A column of the list',
  'field-name': 'Name',
  'field-kind': 'Kind',
  'field-siret': 'SIRET',
  'field-town': 'Town',
  'field-publicLabel': 'Neutral name for others',
  'field-contactEmail': 'Contact e-mail',
  'field-contactUrl': 'Website',
  'field-title': 'Title',
  'field-place': 'Place',
  'field-language': 'Language of the credentials',
  'field-competences': 'Competences',
  'listTitle-people': 'Import a list of young people',
  'listTitle-structures': 'Import the network’s structures',
  'listTitle-sessions': 'Import sessions',
  'listLede-people': 'An Excel workbook or a CSV file, one row a stay. Nothing is saved before you agree.',
  'listLede-structures':
    'An Excel workbook or a CSV file, one row a structure. A structure we know is completed, never created twice.',
  'listLede-sessions':
    'An Excel workbook or a CSV file, one row a session. Young people are added in each session afterwards.',
  listChoose: 'For which structure?',
  listImport: 'Import a list',
  listBack: 'Back',
  listColumns: 'Columns we read',
  listRequired: 'needed',
  listItems: 'What will happen',
  listCreated: 'new',
  listUpdated: 'completed',
  listUnchanged: 'already there',
  listErrorsHint:
    'Nothing was saved. Correct the list and send it again, or change what a column means below.',
  listDone: 'The list is imported.',
  listNameWrong: 'Row {row}: a name is missing, or too long.',
  listTooLong: 'Row {row}, column {column}: this text is too long.',
  listEmailWrong: 'Row {row}, column {column}: “{value}” is no e-mail address.',
  listUrlWrong: 'Row {row}, column {column}: “{value}” is no web address. It begins with https://',
  listSiretWrong:
    'Row {row}, column {column}: “{value}” is no SIRET. It has 14 digits, and the last follows from the others.',
  listSiretTaken: 'Row {row}, column {column}: this SIRET is that of a structure with another name.',
  listTwice: 'Row {row}: “{value}” is already in row {other}.',
  listDayMissing: 'Row {row}: the date is missing.',
  listDayWrong: 'Row {row}, column {column}: “{value}” is no date. Write it like this: 03/07/2026.',
  listEndBeforeStart: 'Row {row}, column {column}: the end comes before the start.',
  listKindWrong: 'Row {row}, column {column}: write “departure” or “return” instead of “{value}”.',
  listLanguageWrong:
    'Row {row}, column {column}: credentials are written in French or English, not in “{value}”.',
  listCompetenceWrong: 'Row {row}, column {column}: we do not know the competence “{value}”.',
  listStructureWrong: 'Row {row}: this structure is not in the network, or you do not coordinate it.',
  'listCount-created': { one: '{count} to create', other: '{count} to create' },
  'listCount-updated': { one: '{count} to complete', other: '{count} to complete' },
  'listCount-unchanged': { one: '{count} already there', other: '{count} already there' },
  listMore: { one: 'And {count} more row.', other: 'And {count} more rows.' },
  listConfirm: { one: 'Import {count} row', other: 'Import {count} rows' },
}
