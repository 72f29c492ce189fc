import { openBrowser } from './browser.ts'
import { startDemoServer } from './demo-server.ts'
import { fillDemo } from './pages/fill-demo.ts'
import { passportPapers } from './screenshots/passport-papers.ts'
import { readmePictures } from './screenshots/readme-pictures.ts'
import { takeTour } from './screenshots/take-tour.ts'
import { verdictPictures } from './screenshots/verdict-pictures.ts'

/**
 * `npm run screenshots`: the pictures of the README, of every verdict and of the tour, each from a demonstration that
 * lives as long as it takes. `-- papers`, `-- readme`, `-- verdicts` or `-- tour` takes only those.
 */
async function takeScreenshots(only: string | undefined): Promise<void> {
  const takes = (what: string) => only === undefined || only === what
  if (takes('papers')) await withDemo(passportPapers)
  const browser = await openBrowser()
  try {
    if (takes('readme')) await withDemo((server) => readmePictures(browser, server))
    if (takes('verdicts')) await withDemo((server) => verdictPictures(browser, server))
    if (takes('tour'))
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
