import { openBrowser } from './browser.ts'
import { startDemoServer } from './demo-server.ts'
import { fillDemo } from './pages/fill-demo.ts'
import { readmePictures } from './screenshots/readme-pictures.ts'
import { takeTour } from './screenshots/take-tour.ts'

/**
 * `npm run screenshots`: the pictures of the README and of the tour, each from a demonstration that lives as long as
 * it takes. `-- tour` or `-- readme` takes only those.
 */
async function takeScreenshots(only: string | undefined): Promise<void> {
  const browser = await openBrowser()
  try {
    if (only !== 'tour') await withDemo((server) => readmePictures(browser, server))
    if (only !== 'readme')
      await withDemo(async (server) => takeTour({ browser, server, places: await fillDemo(server) }))
  } finally {
    await browser.close()
  }
}

type Demo = Awaited<ReturnType<typeof startDemoServer>>

async function withDemo(act: (server: Demo) => Promise<void>): Promise<void> {
  const server = await startDemoServer()
  try {
    await act(server)
  } finally {
    await server.stop()
  }
}

await takeScreenshots(process.argv[2])
