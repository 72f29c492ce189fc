import { describe, expect, test } from 'vitest'
import { AppError } from '../../../server/kernel/errors.ts'
import { parseConfig } from '../../../server/platform/config/index.ts'

const provider = {
  OIDC_ISSUER: 'https://connexion.exemple.fr',
  OIDC_CLIENT_ID: 'passerelle',
  OIDC_CLIENT_SECRET: 'secret',
}

/** The variable a wrong setting is refused by. */
function refusedBy(env: Record<string, string>): unknown {
  try {
    parseConfig(env)
    return undefined
  } catch (error) {
    return error instanceof AppError && error.code === 'configuration-invalid' ? error.params['name'] : error
  }
}

describe('of whom a second factor is asked', () => {
  test('of nobody on one’s own machine, of admins and coordinators on a public platform, unless told', () => {
    expect(parseConfig({}).secondFactor).toBe('optional')
    expect(parseConfig({ PUBLIC_URL: 'http://localhost:3000' }).secondFactor).toBe('optional')
    expect(parseConfig({ PUBLIC_URL: 'https://passeport.exemple.fr' }).secondFactor).toBe('coordinators')
    expect(parseConfig({ SECOND_FACTOR: 'everybody' }).secondFactor).toBe('everybody')
    expect(
      parseConfig({ PUBLIC_URL: 'https://passeport.exemple.fr', SECOND_FACTOR: 'optional' }).secondFactor,
    ).toBe('optional')
  })
})

describe('single sign-on', () => {
  test('is off unless a provider is named', () => {
    expect(parseConfig({}).signOn).toBeUndefined()
  })

  test('is called after the provider’s host unless it has a label, and believes no second factor unless told', () => {
    expect(parseConfig(provider).signOn).toEqual({
      issuer: 'https://connexion.exemple.fr',
      clientId: 'passerelle',
      clientSecret: 'secret',
      label: 'connexion.exemple.fr',
      secondFactor: [],
    })
    const told = parseConfig({
      ...provider,
      OIDC_LABEL: 'ProConnect',
      OIDC_SECOND_FACTOR: 'mfa, eidas2',
    }).signOn
    expect(told).toMatchObject({ label: 'ProConnect', secondFactor: ['mfa', 'eidas2'] })
  })

  test.each([
    'http://connexion.exemple.fr',
    'http://localhost.evil.example',
    'http://127.0.0.1@evil.example',
    'ftp://connexion.exemple.fr',
    'connexion.exemple.fr',
    'https://connexion.exemple.fr/?x',
  ])('is refused at %s: https, or one’s own machine', (issuer) => {
    expect(refusedBy({ ...provider, OIDC_ISSUER: issuer })).toBe('OIDC_ISSUER')
  })

  test.each(['http://localhost:4000', 'http://127.0.0.1:4000/oidc', 'https://connexion.exemple.fr/realms/x'])(
    'is accepted at %s',
    (issuer) => {
      expect(parseConfig({ ...provider, OIDC_ISSUER: issuer }).signOn?.issuer).toBe(issuer)
    },
  )

  test.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])(
    'without %s is refused by its name',
    (name) => {
      expect(refusedBy({ ...provider, [name]: '' })).toBe(name)
    },
  )
})
