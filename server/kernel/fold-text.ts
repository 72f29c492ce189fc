/** What people spell differently, taken away: so that two ways of writing one word can be compared. */

// Unicode decomposes é into e and a mark; these letters it leaves whole
const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
}

/**
 * A text in lower case and without accents: « Łukasz Ørsted » is `lukasz orsted`, « Weiß » is `weiss`. Spaces and
 * punctuation stay as they are, and so do letters of other scripts. Folding twice gives the same.
 */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase() // ß becomes SS, as on a French list in capitals
    .toLowerCase()
    .replace(/[œæøđłı]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter)
}

/**
 * The words of a text, folded ({@link foldLetters}) and with one space between them; everything that is neither letter
 * nor digit separates: « L’Haÿ-les-Roses » is `l hay les roses`. Empty when the text has no letter and no digit.
 */
export function foldText(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
