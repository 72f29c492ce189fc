import request from 'supertest'
import { afterEach, describe, expect, it } from 'vitest'
import { createApp } from '../../../server/app.ts'
import { createMetrics } from '../../../server/platform/metrics/index.ts'
import { openApp, type App } from '../../support/app-world.ts'

const TOKEN = 'a-token-of-some-length'
const apps: App[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

async function watched(metricsToken?: string) {
  const opened = await openApp()
  apps.push(opened)
  const config = { ...opened.services.config, ...(metricsToken === undefined ? {} : { metricsToken }) }
  return createApp({ ...opened.services, config })
}

describe('the numbers that operators watch', () => {
  it('are there for whoever shows the token, routes by their pattern and never by their path', async () => {
    const app = await watched(TOKEN)
    await request(app).get('/v/0123456789AB')
    const { status, text, headers } = await request(app)
      .get('/metrics')
      .set('Authorization', `Bearer ${TOKEN}`)
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/^text\/plain/)
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/v\/:code",status="404"\} 1/,
    )
    expect(text).toMatch(/passerelle_canonical_forms_compared_total\{result="different"\} 0/)
    expect(text).not.toContain('0123456789AB')
  })

  it.each([
    ['with another token', TOKEN, 'Bearer another-token-of-it'],
    ['without a token', TOKEN, ''],
    ['when no token was configured', undefined, 'Bearer undefined'],
  ])('are not there %s', async (_name, configured, shown) => {
    const app = await watched(configured)
    expect((await request(app).get('/metrics').set('Authorization', shown)).status).toBe(404)
  })

  it('count what they are told', async () => {
    const metrics = createMetrics({
      ofProcess: false,
      canonicalForms: () => ({ same: 40, different: 1 }),
    })
    metrics.credentialsSigned('signed', 12)
    metrics.credentialsSigned('failed', 1)
    const text = await metrics.text()
    expect(text).toContain('passerelle_credentials_signed_total{outcome="signed"} 12')
    expect(text).toContain('passerelle_credentials_signed_total{outcome="failed"} 1')
    expect(text).toContain('passerelle_canonical_forms_compared_total{result="same"} 40')
    expect(text).toContain('passerelle_canonical_forms_compared_total{result="different"} 1')
  })
})
