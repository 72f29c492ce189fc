import { AppError } from '../../kernel/errors.ts'
import { requireIssuer } from '../keys/index.ts'
import type { KeyLifeDeps } from './key-life-deps.ts'
import { listKeyLives, type IssuerKeys, type KeyLife, type ListKeyLivesDeps } from './list-key-lives.ts'

type FindDeps = KeyLifeDeps & ListKeyLivesDeps

/** One issuer with its keys; a structure that has signed nothing yet gets its first. Throws `not-found`. */
export async function findIssuerKeys(deps: FindDeps, slug: string): Promise<IssuerKeys> {
  await requireIssuer(deps.db, deps.ring, slug)
  const found = (await listKeyLives(deps)).find((issuer) => issuer.slug === slug)
  if (found === undefined) throw new AppError('not-found')
  return found
}

/** One key with its issuer. Throws `not-found`. */
export async function findKeyLife(
  deps: FindDeps,
  keyId: string,
): Promise<{ key: KeyLife; issuer: IssuerKeys }> {
  for (const issuer of await listKeyLives(deps)) {
    const key = issuer.keys.find((one) => one.keyId === keyId)
    if (key !== undefined) return { key, issuer }
  }
  throw new AppError('not-found')
}
