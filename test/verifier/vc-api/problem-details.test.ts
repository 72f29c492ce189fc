import request from 'supertest'
import { expect, test } from 'vitest'
import { issuePassport, openWorld, signedByCode, verifierApp } from '../verifying-world.ts'

interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly pointer?: string
}

/** What is said of a good passport after somebody changed it. */
async function problemsAfter(change: (passport: Record<string, unknown>) => unknown): Promise<Problem[]> {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  const passport = (await signedByCode(world, code)) as Record<string, unknown>
  const answer = await request(verifierApp(world))
    .post('/credentials/verify')
    .send({ verifiableCredential: change(passport) })
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({ verified: false })
  return (answer.body as { problemDetails: Problem[] }).problemDetails
}

test('each problem has a type, a machine word, a sentence and the place', async () => {
  const problems = await problemsAfter((passport) => ({ ...passport, issuer: 7, validFrom: 'yesterday' }))
  expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['issuer-invalid', '/verifiableCredential/issuer'],
    ['date-invalid', '/verifiableCredential/validFrom'],
  ])
  for (const { type, title, status, detail } of problems) {
    expect(type).toMatch(/^https:\/\/www\.w3\.org\/TR\/vc-data-model#/)
    expect(title).toMatch(/^data-model: /)
    expect(status).toBe(400)
    expect(detail).toMatch(/^\w.*[.)]$/)
  }
})

test('a changed word is a matter of the proof', async () => {
  const [problem, ...rest] = await problemsAfter((passport) => ({ ...passport, name: 'Autre chose' }))
  expect(rest).toEqual([])
  expect(problem).toMatchObject({
    type: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    title: 'proof: signature-invalid',
    code: 'signature-invalid',
  })
  expect(problem?.pointer).toMatch(/^\/verifiableCredential\/proof/)
})

test('a request without a credential says where it was looked for', async () => {
  const answer = await request(verifierApp(await openWorld()))
    .post('/credentials/verify')
    .send({})
  expect((answer.body as { problemDetails: Problem[] }).problemDetails).toEqual([
    expect.objectContaining({ code: 'request-malformed', pointer: '/verifiableCredential', status: 400 }),
  ])
})
