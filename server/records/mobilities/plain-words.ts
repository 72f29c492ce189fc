import { foldLetters } from '../../kernel/fold-text.ts'

/**
 * Lower-case words without accents, apostrophes or punctuation: the form in which what somebody typed is compared
 * with what we know (« Pays d’accueil » and « PAYS D'ACCUEIL » are both « pays d accueil »). The sign + stays: it is
 * part of « Erasmus+ ».
 */
export function plainWords(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()
}
