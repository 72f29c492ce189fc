import { AppError } from '../../kernel/errors.ts'
import { isJsonObject, type JsonObject } from '../../vc/index.ts'
import { publishStatusList, type PublishDeps } from './publish-status-list.ts'
import { findHead } from './list-store.ts'
import { statusListUrl } from './status-list.ts'

/** A list as it is served, with the tag that changes when, and only when, its bytes do. */
export interface PublishedList {
  readonly tag: string
  /** The signed bytes, read only when somebody wants them. */
  read(): Promise<string>
}

/** The current list behind `/status/:id`, signed first when a bit changed. Throws `not-found`. */
export async function readStatusList(deps: PublishDeps, listId: string): Promise<PublishedList> {
  let head = await findHead(deps.db, listId)
  if (head !== undefined && head.signedRevision !== head.revision) {
    await publishStatusList(deps, listId)
    head = await findHead(deps.db, listId)
  }
  if (head === undefined) throw new AppError('not-found')
  // the moment of signing tells two histories apart after a backup was restored
  return {
    tag: `r${head.signedRevision ?? 0}-${(head.signedAt ?? '').replace(/\D/g, '')}`,
    read: () => publishStatusList(deps, listId),
  }
}

/** What ends the URL of a list of ours (a UUID); anything else never reaches the database. */
const LIST_ID = /^[0-9a-f-]{36}$/

/**
 * The list at `url` when it is one of ours, parsed; undefined for everybody else's: those are fetched. Ours are known by
 * their id and by the URL they began under, which may be a former public URL.
 */
export async function loadOwnStatusList(deps: PublishDeps, url: string): Promise<JsonObject | undefined> {
  const id = url.slice(url.lastIndexOf('/') + 1)
  const head = LIST_ID.test(id) ? await findHead(deps.db, id) : undefined
  if (head === undefined || statusListUrl(head.origin, head.id) !== url) return undefined
  const list: unknown = JSON.parse(await publishStatusList(deps, head.id))
  return isJsonObject(list) ? list : undefined
}
