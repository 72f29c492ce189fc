/** Names that Windows keeps for devices, whatever follows the dot. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i
/** Long enough for any name, short enough for a path of Windows with folders before it. */
const LONGEST = 80

/** A name that every file system takes, as people read it: accents stay. */
export function fileNameOf(...words: readonly string[]): string {
  const name = words
    .join(' ')
    .normalize('NFC')
    .replace(/[/\\:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = Array.from(name)
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '')
  return short === '' || RESERVED.test(short) ? `_${short}` : short
}

/** The same names, each only once: of two people of one name the second gets a number. Case counts for no file system everywhere. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let free = name
    for (let count = 2; taken.has(free.toLocaleLowerCase('fr')); count++) free = `${name} (${count})`
    taken.add(free.toLocaleLowerCase('fr'))
    return free
  })
}
