import { describe, expect, test } from 'vitest'
import { exceedsLimits, memberCredentials, verifyCredential } from '../../server/vc/index.ts'
import type { JsonObject } from '../../server/vc/index.ts'
import {
  STATUS_INDEX,
  changed,
  codeOf,
  competence,
  newKey,
  passport,
  serving,
  sign,
  signCarelessly,
  statusEntry,
  statusList,
  verifyOptions,
} from './builders.ts'

const structure = await newKey()
const platform = await newKey()
const team = await sign(competence(structure.did, { credentialStatus: statusEntry() }), structure)
const unsignedGerman = changed(
  competence(structure.did, {
    id: 'https://passerelle.example/credentials/8K3F9QXW2M4T',
    name: 'Allemand',
    credentialStatus: statusEntry({ statusListIndex: '7' }),
  }),
  ['credentialSubject', 'achievement', 'id'],
  'https://passerelle.example/achievements/LANG-DE',
)
const german = await sign(unsignedGerman, structure)
const signed = await sign(passport(platform.did, [team, german]), platform)
const fine = serving(await statusList(structure))
const inMember = (...path: (string | number)[]) => ['credentialSubject', 'verifiableCredential', ...path]

describe('the passport, a signed collection of signed credentials', () => {
  test('is verified together with each credential inside', async () => {
    const { verdict, members } = await verifyCredential(signed, verifyOptions(fine))
    expect(verdict).toBe('verified')
    expect(members?.map((member) => [member.credential.name, member.verdict])).toEqual([
      ['Travailler en équipe', 'verified'],
      ['Allemand', 'verified'],
    ])
    expect(memberCredentials(signed)).toEqual([team, german])
  })

  test('reads the status list of its members once', async () => {
    const list = await statusList(structure)
    let loads = 0
    const loadStatusList = () => {
      loads += 1
      return Promise.resolve(list)
    }
    await verifyCredential(signed, verifyOptions({ loadStatusList }))
    expect(loads).toBe(1)
  })

  test.each([
    ['a claim inside a member', inMember(0, 'credentialSubject', 'name'), 'Inès Martim'],
    ['the level inside a member', inMember(1, 'credentialSubject', 'result', 0, 'value'), '4'],
    ['the proof of a member', inMember(0, 'proof', 0, 'created'), '2026-07-01T10:00:01Z'],
    ['the status of a member', inMember(0, 'credentialStatus', 'statusListIndex'), '1'],
    ['the list of members', ['credentialSubject', 'verifiableCredential'], [team]],
  ])('is refused after a change to %s', async (_name, path, value) => {
    const { verdict, checks } = await verifyCredential(changed(signed, path, value), verifyOptions(fine))
    expect(verdict).toBe('not-authentic')
    expect(codeOf(checks, 'proof')).toBe('signature-invalid')
  })

  test('stays verified when a competence in it is revoked, and says which', async () => {
    const revoked = serving(await statusList(structure, { set: [STATUS_INDEX] }))
    const { verdict, checks, members } = await verifyCredential(signed, verifyOptions(revoked))
    expect(verdict).toBe('verified')
    expect(members?.map((member) => member.verdict)).toEqual(['revoked', 'verified'])
    expect(checks).toContainEqual({
      name: 'members',
      status: 'warning',
      code: 'member-not-verified',
      pointer: '/credentialSubject/verifiableCredential/0',
      detail: 'revoked',
    })
  })

  test('is refused when somebody signs a collection around a forged credential', async () => {
    const forged = changed(team, ['credentialSubject', 'name'], 'Inès Martim')
    const around = await signCarelessly(passport(platform.did, [forged]), platform)
    const { verdict, checks } = await verifyCredential(around, verifyOptions(fine))
    expect(verdict).toBe('not-authentic')
    expect(codeOf(checks, 'members')).toBe('member-not-authentic')
  })

  test('is refused when claims were exchanged between two members, which its own proof cannot see', async () => {
    const of = (member: JsonObject, from: JsonObject) => ({
      ...member,
      credentialSubject: from.credentialSubject ?? {},
    })
    const exchanged = changed(
      signed,
      ['credentialSubject', 'verifiableCredential'],
      [of(team, german), of(german, team)],
    )
    const { verdict, checks } = await verifyCredential(exchanged, verifyOptions(fine))
    expect(codeOf(checks, 'proof')).toBe('ok')
    expect(codeOf(checks, 'members')).toBe('member-not-authentic')
    expect(verdict).toBe('not-authentic')
  })

  test('is refused when a credential inside bears its id: in RDF the two are one, and their dates too', async () => {
    const inside = await signCarelessly(
      { ...passport(platform.did, []), validUntil: '2026-07-30T00:00:00Z' },
      platform,
    )
    const outside = await signCarelessly(passport(platform.did, [inside]), platform)
    expect(codeOf((await verifyCredential(outside, verifyOptions(fine))).checks, 'data-model')).toBe(
      'term-aliased',
    )
  })

  test('is not looked into deeper than a collection of collections', async () => {
    let nested = signed
    for (const code of ['C0LLECT10N01', 'C0LLECT10N02', 'C0LLECT10N03']) {
      const id = `https://passerelle.example/credentials/${code}`
      nested = await signCarelessly({ ...passport(platform.did, [nested]), id }, platform)
    }
    const { verdict, checks } = await verifyCredential(nested, verifyOptions(fine))
    // we did not read it all: nothing says that it is forged, and nothing that it is sound
    expect(verdict).toBe('unverifiable-now')
    expect(codeOf(checks, 'members')).toBe('too-deep')
  })

  test('of more credentials than we look at is not called forged', { timeout: 60_000 }, async () => {
    const bare = { '@context': team['@context'] ?? [], type: ['VerifiableCredential'] }
    const small = await sign(
      {
        ...bare,
        issuer: structure.did,
        credentialSubject: { id: 'urn:uuid:0b1de5b1-8a5a-4a3f-9f5f-0f6a1f0ec3a1' },
      },
      structure,
    )
    const members = Array.from({ length: 201 }, () => small)
    expect(exceedsLimits(passport(platform.did, members))).toMatchObject({ code: 'too-large' })
    expect(exceedsLimits(passport(platform.did, members.slice(1)))).toBeUndefined()
    const large = await signCarelessly(passport(platform.did, members), platform)
    const { verdict, checks } = await verifyCredential(large, verifyOptions(fine))
    expect(verdict).toBe('unverifiable-now')
    expect(codeOf(checks, 'members')).toBe('too-large')
  })
})
