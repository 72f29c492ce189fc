import { AppError } from '../../kernel/errors.ts'
import type { Logger } from '../../platform/log/index.ts'
import { selectStale } from './list-store.ts'
import { publishStatusList, type PublishDeps } from './publish-status-list.ts'

/**
 * Publishes lists whose bits changed, each signed once however many bits did. The change itself stands even when a list
 * cannot be signed right now: whoever asks for the list next signs it.
 */
export async function publishChanged(
  deps: PublishDeps & { readonly log: Logger },
  listIds: Iterable<string>,
): Promise<void> {
  for (const listId of new Set(listIds)) {
    try {
      await publishStatusList(deps, listId)
    } catch (error) {
      deps.log.error(
        { list: listId, code: error instanceof AppError ? error.code : 'unexpected' },
        'list not published',
      )
    }
  }
}

/** The same for every list with a change that was not published yet. */
export async function publishStaleLists(deps: PublishDeps & { readonly log: Logger }): Promise<void> {
  await publishChanged(deps, await selectStale(deps.db))
}
