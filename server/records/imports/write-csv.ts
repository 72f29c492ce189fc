/**
 * A CSV that French Excel opens right on a double click: UTF-8 with its mark, semicolons, CRLF, every cell quoted
 * when it needs to be. A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV
 * injection): a name may start with = or @, it must stay a name.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(csvCell).join(';')}\r\n`).join('')}`
}

/** One cell, quoted and made harmless. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
