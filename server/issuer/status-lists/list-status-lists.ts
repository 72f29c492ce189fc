import { publishStatusList, type PublishDeps } from './publish-status-list.ts'
import { statusListUrl } from './status-list.ts'
import { selectHeads } from './list-store.ts'

/** Every list there is: where it is published, and its current signed bytes. */
export async function listStatusLists(
  deps: PublishDeps,
): Promise<{ readonly url: string; readonly signed: string }[]> {
  const lists: { url: string; signed: string }[] = []
  for (const { id, origin } of await selectHeads(deps.db))
    lists.push({ url: statusListUrl(origin, id), signed: await publishStatusList(deps, id) })
  return lists
}
