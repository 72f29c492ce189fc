import { join } from 'node:path'
import { compose, type Services } from '../compose.ts'
import { currentOrNewSlip } from '../holder/slips/index.ts'
import { findCredentialByCode } from '../issuer/credentials/index.ts'
import type { Config } from '../platform/config/index.ts'
import { writeFileAtomically } from '../platform/files/index.ts'
import { DEMO_STAFF } from './demo/demo-network.ts'
import { demoAccess, makeNetwork, type DemoAccess } from './demo/make-network.ts'
import { makeSessions } from './demo/make-sessions.ts'
import { serve } from './serve.ts'
import { OPERATOR, printJson, progressBar, t } from './terminal.ts'
import { writeSessionFiles, type SessionFiles } from './write-session-files.ts'

/**
 * `passerelle demo`: a living network on one's own machine. Everything it makes is fictional and written in DATA_DIR;
 * run again it changes nothing. With `once` it stops there, otherwise it serves.
 */
export async function demo(config: Config, options: { once?: boolean; json?: boolean }): Promise<void> {
  const services = await compose({
    ...config,
    logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel,
  })
  let serving = false
  try {
    const access = await demoAccess(config.dataDir)
    const { home, trainer } = await makeNetwork(services, access)
    const sessionId = await makeSessions(services, { home: home.id, trainer })
    const files = await writeDemoFiles(services, sessionId)
    if (options.json === true) printJson(resultOf(config, files))
    if (options.once === true) {
      if (options.json !== true) console.log(`${t('cli.demoWritten')} ${config.dataDir}`)
      return
    }
    const slip = await firstSlip(services, files)
    await serve(config, services)
    serving = true
    if (options.json !== true) printAddresses(services, access, files, slip)
  } finally {
    if (!serving) await services.close()
  }
}

const resultOf = (config: Config, { credentials, passports }: SessionFiles) => ({
  dataDir: config.dataDir,
  credentials,
  passports,
})

async function writeDemoFiles(services: Services, sessionId: string): Promise<SessionFiles> {
  const { config } = services
  const writing = progressBar(t('cli.writing'))
  const files = await writeSessionFiles(services, {
    sessionId,
    out: join(config.dataDir, 'demo'),
    locale: 'fr',
    onProgress: (done, total) => writing.update(done, total),
  })
  writing.stop()
  await writeFileAtomically(
    join(config.dataDir, 'demo.json'),
    JSON.stringify(resultOf(config, files), null, 2),
  )
  return files
}

/** The paper of the first young person of the session, as it would be printed. */
async function firstSlip(services: Services, { passports }: SessionFiles): Promise<string | undefined> {
  const [first] = passports
  const record = first && (await findCredentialByCode(services.db, first.code))
  return record && (await currentOrNewSlip(services, OPERATOR, record.learnerId)).slip
}

function printAddresses(
  services: Services,
  access: DemoAccess,
  files: SessionFiles,
  slip: string | undefined,
): void {
  const { publicUrl, config } = services
  const line = (label: string, value: string): void => console.log(`  ${label.padEnd(24)} ${value}`)
  console.log(t('cli.demoReady'))
  line(t('cli.demoHome'), publicUrl)
  line(t('cli.demoTrainer'), `${publicUrl}/login  ${DEMO_STAFF.trainer.email}`)
  line(t('cli.demoCoordinator'), `${publicUrl}/login  ${DEMO_STAFF.coordinator.email}`)
  line(t('cli.demoAdmin'), `${publicUrl}/login  ${DEMO_STAFF.admin.email}`)
  line(t('cli.demoPassword'), access.password)
  if (slip !== undefined) line(t('cli.demoSlip'), `${publicUrl}/s/${slip}`)
  const [passport] = files.passports
  if (passport !== undefined) {
    line(t('cli.demoVerify'), passport.url)
    line(t('cli.demoPdf'), passport.file)
  }
  line(t('cli.demoWritten'), config.dataDir)
}
