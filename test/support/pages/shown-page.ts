import type { Page } from 'playwright-core'
import type { DemoServer } from '../demo-server.ts'
import type { Places } from './fill-demo.ts'

/** Whoever opens a page; each has a browser of their own. `adult` has just turned 18, `newcomer` adds a second step. */
export const VIEWERS = [
  'visitor',
  'host',
  'youth',
  'minor',
  'adult',
  'trainer',
  'coordinator',
  'admin',
  'newcomer',
] as const
export type Viewer = (typeof VIEWERS)[number]

/** One page as somebody sees it. Steps change nothing that another page shows, but for those of its own chapter. */
export interface ShownPage {
  /** The declared route it stands for. */
  readonly route: string
  /** In file names. */
  readonly name: string
  readonly who: Viewer
  /** One French sentence for the tour. */
  readonly title: string
  readonly path: (places: Places, server: DemoServer) => string
  /** What the person does once there. */
  readonly steps?: ((page: Page, server: DemoServer) => Promise<void>) | undefined
}

export interface Chapter {
  readonly name: string
  readonly title: string
  readonly pages: readonly ShownPage[]
}

/** One line a page. */
export const shown = (
  route: string,
  name: string,
  who: Viewer,
  title: string,
  path: string | ShownPage['path'],
  steps?: ShownPage['steps'],
): ShownPage => ({
  route: `get ${route}`,
  name,
  who,
  title,
  path: typeof path === 'string' ? () => path : path,
  steps,
})
