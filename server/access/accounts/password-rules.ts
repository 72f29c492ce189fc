import { AppError, type FieldProblem } from '../../kernel/errors.ts'

export const MIN_PASSWORD_LENGTH = 12
/** Long enough for any phrase, short enough not to be a burden to hash. */
export const MAX_PASSWORD_LENGTH = 200

/** How much must be left of a password without its owner's name, address and our own name. */
const OWN_LENGTH = 6

/**
 * The passwords of at least twelve characters that people and attackers try first, in French and English, without
 * case, accents and separators.
 */
const COMMON: ReadonlySet<string> = new Set(
  `123456789012 1234567890123 12345678901234 012345678910 098765432109 123123123123 112233445566 123456123456
  123412341234 987654321098 azertyuiop12 azertyuiop123 azertyazerty azertyuiopqs azertyuiopqsdfghjklm
  azerty123456 123456azerty 1234567890az qwertyuiop12 qwertyuiop123 qwertyqwerty qwertyuiopas qwerty123456
  qwertyuiopasdf 1q2w3e4r5t6y 1qaz2wsx3edc a1z2e3r4t5y6 motdepasse12 motdepasse123 motdepasse1234 motdepasse2024
  motdepasse2025 motdepasse2026 monmotdepasse motdepassemotdepasse password1234 password12345 passwordpassword
  mypassword123 changemeplease changeme1234 letmeinletmein iloveyou1234 iloveyouiloveyou jetaimejetaime
  jetaime12345 jetaimemonamour administrateur administrator administrateur1 administrator1 admin1234567
  adminadminadmin welcome12345 welcomewelcome bienvenue123 bienvenue1234 bonjour12345 bonjourbonjour
  soleil123456 soleilsoleil doudou123456 doudoudoudou loulou123456 loulouloulou chouchou1234 marseille13000
  olympiquedemarseille parissaintgermain liverpoolfc1 superman1234 princesse123 princess1234 football1234
  footballfootball basketball12 abcdefghijkl abcdefgh1234 abcd12345678 abc123abc123 azqswxedcrfv trustno1trustno1
  correcthorsebatterystaple`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Who the password is for: what it must not be made of. */
export interface PasswordOwner {
  readonly name: string
  readonly email: string
}

/**
 * What is wrong with a new password, undefined when nothing is: length, the best-known passwords, and passwords
 * made of the owner's own name or address. No rule about digits or symbols (NIST SP 800-63B §3.1.1.2).
 */
export function passwordProblem(password: string, owner: PasswordOwner): FieldProblem | undefined {
  const length = Array.from(password).length
  const field = 'password'
  if (length < MIN_PASSWORD_LENGTH)
    return { field, message: 'fields.passwordShort', params: { min: MIN_PASSWORD_LENGTH } }
  if (length > MAX_PASSWORD_LENGTH)
    return { field, message: 'fields.tooLong', params: { max: MAX_PASSWORD_LENGTH } }
  const plain = lettersAndDigits(password)
  if (COMMON.has(plain) || new Set(plain).size < 4) return { field, message: 'fields.passwordCommon' }
  if (withoutOwner(plain, owner).length < OWN_LENGTH) return { field, message: 'fields.passwordPersonal' }
  return undefined
}

/** @throws AppError `invalid-input` with the problem of {@link passwordProblem} */
export function requireGoodPassword(password: string, owner: PasswordOwner): void {
  const problem = passwordProblem(password, owner)
  if (problem) throw new AppError('invalid-input', {}, [problem])
}

function withoutOwner(plain: string, owner: PasswordOwner): string {
  const own = [...owner.name.split(/[\s'’-]+/), ...owner.email.split(/[@._+-]/), 'passerelle']
    .map(lettersAndDigits)
    .filter((word) => word.length > 2)
    .sort((left, right) => right.length - left.length)
  return own.reduce((rest, word) => rest.replaceAll(word, ''), plain)
}

/** A password without what people vary first: case, accents, separators. Symbols of other scripts stay. */
function lettersAndDigits(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^\p{L}\p{N}]/gu, '') || plain
}
