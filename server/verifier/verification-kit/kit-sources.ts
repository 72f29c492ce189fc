import type { KitData } from '../../../browser/verification-kit/kit-data.ts'
import { pageSigned, type CredentialRecord } from '../../issuer/credentials/index.ts'
import { listIssuerDocuments, listKeys } from '../../issuer/keys/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { listStatusLists, type PublishDeps } from '../../issuer/status-lists/index.ts'
import { documentDigest, isJsonObject, type JsonObject } from '../../vc/index.ts'

export type KitSourcesDeps = PublishDeps & { readonly publicUrl: string }

/** What the kit's verification is made of, and the signed bytes of the lists as they are published. */
export interface KitSources extends Pick<KitData, 'issuers' | 'statusLists' | 'superseded' | 'witnessed'> {
  readonly signedLists: readonly { readonly url: string; readonly signed: string }[]
}

/** Reads everything a verification would ask this server. */
export async function readKitSources(deps: KitSourcesDeps): Promise<KitSources> {
  const issuers = await listIssuerDocuments(deps, deps.db)
  const signedLists = await listStatusLists(deps)
  const lists = signedLists.map(({ url, signed }) => [url, parse(signed)] as const)
  return {
    issuers: Object.fromEntries(issuers.map(({ did, document }) => [did, document])),
    statusLists: Object.fromEntries(lists),
    signedLists,
    superseded: await supersededCredentials(deps),
    witnessed: {
      ...(await witnessedCredentials(deps)),
      ...(await witnessedLists(lists.map(([, list]) => list))),
    },
  }
}

/** What keys signed that were compromised since, with the day our register saw it. Nobody is named: only digests. */
async function witnessedCredentials(deps: KitSourcesDeps): Promise<Record<string, string>> {
  const witnessed: Record<string, string> = {}
  for (const { keyId, state } of await listKeys(deps)) {
    if (state !== 'compromised') continue
    for await (const { signed, signedAt } of register(deps.db, { signedWith: keyId }))
      if (signed !== null && signedAt !== null) witnessed[await documentDigest(parse(signed))] = signedAt
  }
  return witnessed
}

async function supersededCredentials({ db }: KitSourcesDeps): Promise<string[]> {
  const digests: string[] = []
  for await (const { signed } of register(db, 'superseded'))
    if (signed !== null) digests.push(await documentDigest(parse(signed)))
  return digests
}

/** The register page by page: a network's whole history need not fit in memory. */
async function* register(db: Db, which: Parameters<typeof pageSigned>[1]): AsyncGenerator<CredentialRecord> {
  let page = await pageSigned(db, which, '')
  while (page.length > 0) {
    yield* page
    page = await pageSigned(db, which, page.at(-1)?.id ?? '')
  }
}

/** A list of ours counts from the day it began, whoever signs its newest edition: see the verification's own witness. */
async function witnessedLists(lists: readonly JsonObject[]): Promise<Record<string, string>> {
  const witnessed: Record<string, string> = {}
  for (const list of lists) {
    const { validFrom } = list
    if (typeof validFrom === 'string') witnessed[await documentDigest(list)] = validFrom
  }
  return witnessed
}

function parse(signed: string): JsonObject {
  const document: unknown = JSON.parse(signed)
  if (!isJsonObject(document)) throw new TypeError('a signed document is an object')
  return document
}
