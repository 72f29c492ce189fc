/**
 * Which of the kept languages to answer in: the one asked for in the address, else the first that the visitor's browser
 * prefers, else the one kept last. Undefined when nothing is kept.
 */
export function chooseLanguage(
  kept: readonly string[],
  url: string,
  preferred: readonly string[],
): string | undefined {
  const wanted = [new URL(url).searchParams.get('lang') ?? '', ...preferred]
  const tags = wanted.map((tag) => tag.slice(0, 2).toLowerCase())
  return tags.find((tag) => kept.includes(tag)) ?? kept.at(-1)
}
