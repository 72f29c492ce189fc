/**
 * Lower-case words without accents, apostrophes or punctuation: the form in which what somebody typed is compared
 * with what we know (« Pays d’accueil » and « PAYS D'ACCUEIL » are both « pays d accueil »).
 */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()
}
