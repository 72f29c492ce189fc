/** Spreadsheets that cannot be imported, and what a person is told: on the page, by the API and by the command line. */
export interface BadFile {
  readonly name: string
  readonly bytes: () => Uint8Array
  /** The French sentence, or enough of it. */
  readonly says: RegExp
}

const TITLES = 'Nom;Prénom;Date de naissance;Pays;Début;Fin;EQUIPE'
const GOOD = 'Dupont;Chloé;14/02/2005;Allemagne;05/01/2026;27/03/2026;3'
const OTHER = 'Le Goff;Malo;03/09/2006;Irlande;02/02/2026;27/02/2026;2'

const text =
  (...rows: readonly string[]) =>
  (): Uint8Array =>
    Buffer.from(rows.join('\r\n') + '\r\n')
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex')

export const BAD_FILES: readonly BadFile[] = [
  { name: 'an empty file', bytes: () => Buffer.alloc(0), says: /Ce fichier est vide/ },
  { name: 'titles and nobody', bytes: text(TITLES, ';;;;;;', ''), says: /Ce fichier est vide/ },
  {
    name: 'a table of something else',
    bytes: text('Produit;Prix', 'Pommes;3'),
    says: /ligne de titres.*Produit · Prix/s,
  },
  {
    name: 'a quotation mark that nobody closed',
    bytes: text(TITLES, `"${GOOD}`, OTHER),
    says: /Un guillemet \("\) s’ouvre à la ligne 2/,
  },
  {
    name: 'a picture',
    bytes: () => Buffer.concat([PNG, Buffer.alloc(5_000, 7)]),
    says: /Ce fichier n’est pas du texte/,
  },
  {
    name: 'binary in the middle of a good file',
    bytes: () => Buffer.concat([text(TITLES, GOOD)(), Buffer.from([0, 1, 2, 0, 0xff, 0xfe, 0])]),
    says: /Ce fichier n’est pas du texte/,
  },
  {
    name: 'a workbook',
    bytes: () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(3_000, 9)]),
    says: /ni un classeur Excel/,
  },
  {
    name: '50,000 rows',
    bytes: text(TITLES, ...Array.from({ length: 50_000 }, (_, index) => `Dupont;Chloé ${index};;;;;3`)),
    says: /Ce tableau a 50 ?000 lignes/,
  },
  { name: '20 MB', bytes: () => Buffer.alloc(20_000_000, 'Dupont;Chloé;\n'), says: /trop lourd : 5 Mo/ },
  {
    name: 'the same young person twice',
    bytes: text(TITLES, GOOD, OTHER, GOOD),
    says: /Ligne 4 : Chloé Dupont est déjà à la ligne 2/,
  },
  {
    name: 'a return before the departure',
    bytes: text(TITLES, 'Dupont;Chloé;14/02/2005;Allemagne;27/03/2026;05/01/2026;3'),
    says: /Ligne 2, colonne F \(Fin\) : le retour \(05\/01\/2026\) vient avant le départ/,
  },
  {
    name: 'a birth in the future',
    bytes: text(TITLES, 'Dupont;Chloé;14/02/2055;Allemagne;05/01/2026;27/03/2026;3'),
    says: /Ligne 2, colonne C \(Date de naissance\) : une naissance le « 14\/02\/2055 » est dans le futur/,
  },
  {
    name: 'a day that is in no calendar',
    bytes: text(TITLES, 'Dupont;Chloé;31/02/2005;Allemagne;05/01/2026;27/03/2026;3'),
    says: /le « 31\/02\/2005 » n’existe pas au calendrier/,
  },
  {
    name: 'a competence nobody knows',
    bytes: text(`${TITLES};Jonglage`, `${GOOD};4`, `${OTHER};2`),
    says: /Colonne H \(Jonglage\) : compétence inconnue/,
  },
  {
    name: 'a level out of range',
    bytes: text(TITLES, GOOD, OTHER.replace(/2$/, '5')),
    says: /Ligne 3, colonne G \(EQUIPE\) : « 5 » n’est pas un niveau/,
  },
  {
    name: 'a language level that does not exist',
    bytes: text(`${TITLES};Anglais`, `${GOOD};D4`),
    says: /« D4 » n’est pas un niveau de langue/,
  },
  {
    name: 'a country nobody knows',
    bytes: text(TITLES, GOOD.replace('Allemagne', 'Syldavie')),
    says: /nous ne reconnaissons pas le pays « Syldavie »/,
  },
  {
    name: 'a name of ten thousand letters',
    bytes: text(TITLES, GOOD.replace('Dupont', 'D'.repeat(10_000))),
    says: /c’est un peu long, 10 ?000 caractères/,
  },
]

/** Names as people have them; the fox is in no font. */
export const ALL_SORTS_OF_NAMES: readonly (readonly [family: string, given: string])[] = [
  ['O’Connell', 'Ewen'],
  ["D'Almeida", 'Zoé'],
  ['Martin-Duval', 'Jean-Noël'],
  ['بن علي', 'ليلى'],
  ['Nguyễn', 'Thị Ánh'],
  ['Şahin', 'Łukasz'],
  ['Renard', 'Lou 🦊'],
]

export const namesFile = (): Uint8Array =>
  text(
    TITLES,
    ...ALL_SORTS_OF_NAMES.map(
      ([family, given]) => `${family};${given};14/02/2005;Allemagne;05/01/2026;27/03/2026;3`,
    ),
  )()
