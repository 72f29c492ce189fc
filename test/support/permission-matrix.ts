import { CLIENT_ROUTES, PUBLIC_ROUTES, STAFF_ROUTES, YOUTH_ROUTES } from './route-table.ts'

const COLUMNS = [
  ['admin', 'platform admin'],
  ['coordinator', 'coordinator, own structure'],
  ['trainer', 'trainer, named'],
  ['colleague', 'trainer, own structure, not named'],
  ['neighbour', 'trainer, other structure'],
  ['neighbourLead', 'coordinator, other structure'],
  ['leaver', 'account without a role'],
] as const

/** Wide enough for every word of the table: a table in a text is read by people. */
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/**
 * Who may open which page, for a row of the structure « home »: the table of `route-table.ts`, every line of which
 * `permissions.test.ts` tries as each of these people.
 */
export function permissionMatrix(): string {
  const staff = Object.entries(STAFF_ROUTES)
    .sort(([one], [other]) => pathOf(one).localeCompare(pathOf(other)) || one.localeCompare(other))
    .map(([key, { refused, access }]) =>
      row([
        routeWords(key),
        access,
        ...COLUMNS.map(([person]) => (refused[person] === undefined ? 'yes' : String(refused[person]))),
      ]),
    )
  return [
    '# Who may do what',
    '',
    'Written by `test/permissions.test.ts`, which tries every line as each of these people: `yes` gets through, `403` is told',
    'that they may not, `404` learns nothing, not even that the row exists. Nobody signed in is sent to the door (401).',
    '',
    '## Staff: on a row of one structure',
    '',
    row(['route', 'access', ...COLUMNS.map(([, words]) => words)]),
    row(['---', '---', ...COLUMNS.map(() => '---')]),
    ...staff,
    '',
    '## Young people, on what is theirs alone',
    '',
    'Nobody else opens these, staff included; another young person’s row is 404.',
    '',
    ...listOf(YOUTH_ROUTES),
    '',
    '## Everybody',
    '',
    ...listOf(PUBLIC_ROUTES),
    '',
    '## Programs, by a token with this right',
    '',
    ...listOf(CLIENT_ROUTES),
    '',
  ].join('\n')
}

const pathOf = (key: string): string => key.slice(key.indexOf(' ') + 1)
const routeWords = (key: string): string => `\`${key.split(' ')[0]?.toUpperCase() ?? ''} ${pathOf(key)}\``

const listOf = (routes: Readonly<Record<string, string>>): string[] =>
  Object.entries(routes)
    .sort(([one], [other]) => pathOf(one).localeCompare(pathOf(other)) || one.localeCompare(other))
    .map(([key, words]) => `- ${routeWords(key)}: ${words}`)
