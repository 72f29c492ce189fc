import request from 'supertest'
import { beforeEach, describe, expect, it } from 'vitest'
import { renameOrganisation } from '../../../server/access/organisations/index.ts'
import { closeStructure } from '../../../server/access/structure-life/index.ts'
import { verificationReport, verifyByCode } from '../../../server/verifier/verification/index.ts'
import { saidOn } from '../../support/app-world.ts'
import {
  issuePassport,
  openWorld,
  signedByCode,
  SYSTEM,
  verifierApp,
  type IssuedPassport,
  type IssuingWorld,
} from '../verifying-world.ts'

const SIGNED_AS = 'Mission locale de Clermont'
const TODAY = 'Mission locale Clermont Métropole'

let world: IssuingWorld
let passport: IssuedPassport

beforeEach(async () => {
  world = await openWorld({ publicUrl: 'https://passeport.example' })
  passport = await issuePassport(world)
})

const rename = (more: { contactEmail?: string } = {}) =>
  renameOrganisation(world, SYSTEM, { organisationId: passport.organisationId, name: TODAY, ...more })

async function open(code: string, options: { lang?: string; platformContact?: string } = {}) {
  const app = verifierApp({ ...world, ...options })
  return request(app)
    .get(`/v/${code}`)
    .set('Accept', 'text/html')
    .set('Accept-Language', options.lang ?? 'fr')
}

describe('the page an employer reads, when a structure', () => {
  it('is as it was, says nothing beside its name', async () => {
    const page = await open(passport.code)
    expect(saidOn(page)).toContain(SIGNED_AS)
    expect(saidOn(page)).not.toContain('aujourd’hui :')
    expect(page.text).toContain('mailto:contact@mission.example')
  })

  it('has another name, keeps the signed one and says today’s beside it, with today’s address', async () => {
    await rename({ contactEmail: 'bonjour@metropole.example' })
    for (const code of [passport.code, passport.competences[0]?.code ?? '']) {
      const page = await open(code)
      expect(page.text).toContain('data-verdict="verified"')
      expect(saidOn(page)).toContain(`${SIGNED_AS} (aujourd’hui : ${TODAY})`)
      expect(page.text).toContain('mailto:bonjour@metropole.example')
      expect(page.text).not.toContain('contact@mission.example')
      expect(saidOn(await open(code, { lang: 'en' }))).toContain(`${SIGNED_AS} (today: ${TODAY})`)
    }
  })

  it('is closed, says so kindly and gives the platform’s address, or none', async () => {
    await closeStructure(world, SYSTEM, passport.organisationId)
    const page = await open(passport.code)
    expect(page.text).toContain('data-verdict="verified"')
    expect(saidOn(page)).toContain(`${SIGNED_AS} (aujourd’hui : structure fermée)`)
    expect(page.text).not.toContain('mailto:')
    const reachable = await open(passport.code, { platformContact: 'reseau@passeport.example' })
    expect(reachable.text).toContain('mailto:reseau@passeport.example')
    expect(saidOn(reachable)).toContain('Écrire à la plateforme')
    expect(saidOn(await open(passport.code, { lang: 'en' }))).toContain('(today: organisation closed)')
  })

  it('is read by a program, says the same', async () => {
    await rename()
    const report = verificationReport(await verifyByCode(world, passport.code))
    expect(report.structuresToday).toEqual([expect.objectContaining({ name: TODAY, state: 'open' })])
    expect(report.structuresToday?.[0]?.issuer).toContain('did:web:passeport.example:orgs:structure-')
  })

  it('says the same of a document that was dropped, and nothing of one that only claims its name', async () => {
    await rename()
    const document = await signedByCode(world, passport.code)
    const site = request.agent(verifierApp(world))
    const form = await site.get('/verify').set('Accept', 'text/html')
    const token = /name="_csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
    const dropped = await site
      .post('/verify')
      .set('Accept', 'text/html')
      .field({ document: JSON.stringify(document), _csrf: token })
    expect(saidOn(dropped)).toContain(`(aujourd’hui : ${TODAY})`)
    const forged = { ...document, name: 'Un autre nom' }
    const refused = await site
      .post('/verify')
      .set('Accept', 'text/html')
      .field({ document: JSON.stringify(forged), _csrf: token })
    expect(saidOn(refused)).not.toContain(TODAY)
  })
})
