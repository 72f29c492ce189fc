import { describe, expect, it } from 'vitest'
import { recognise } from '../../../browser/scan/recognise.ts'

const HOST = 'passerelle.example'
const recognised = (text: string) => recognise(text, HOST)
const DIGITS = '4'.repeat(361)

describe('What a scanned code holds', () => {
  it.each([
    ['https://passerelle.example/v/7K3M9QWX2FHT', '/v/7K3M9QWX2FHT'],
    [`HTTPS://PASSERELLE.EXAMPLE/V/7K3M9QWX2FHT#${DIGITS}`, `/v/7K3M9QWX2FHT#${DIGITS}`],
    ['http://passerelle.example/v/7k3m-9qwx-2fht/', '/v/7K3M9QWX2FHT'],
    ['  https://passerelle.example/v/7K3M9QWX2FHT\n', '/v/7K3M9QWX2FHT'],
    // nothing but digits goes along, and no question
    ['https://passerelle.example/v/7K3M9QWX2FHT#javascript:alert(1)', '/v/7K3M9QWX2FHT'],
    ['https://passerelle.example/v/7K3M9QWX2FHT?lang=xx', '/v/7K3M9QWX2FHT'],
    [`https://passerelle.example/v/7K3M9QWX2FHT#${'1'.repeat(2000)}`, '/v/7K3M9QWX2FHT'],
  ])('%j is a page of ours', (text, path) => {
    expect(recognised(text)).toEqual({ kind: 'ours', path })
  })

  it.each([
    'https://passerelle.example.evil.example/v/7K3M9QWX2FHT',
    'https://passerelle-example.evil/v/7K3M9QWX2FHT',
    'https://passerelle.example@evil.example/v/7K3M9QWX2FHT',
    'https://someone@passerelle.example/v/7K3M9QWX2FHT',
    'https://passerelle.example:8443/v/7K3M9QWX2FHT',
    'https://passerelle.example/v/short',
    'https://passerelle.example/v/7K3M9QWX2FHT/../../s/secret',
    'https://passerelle.example/s/7K3M9QWX2FHT',
    'https://passerelle.example/',
    'javascript://passerelle.example/v/7K3M9QWX2FHT',
    'ftp://passerelle.example/v/7K3M9QWX2FHT',
    'openid4vp://?request_uri=https%3A%2F%2Felsewhere.example',
  ])('%j is an address to look at, never to follow', (text) => {
    expect(recognised(text)).toEqual({ kind: 'address', text })
  })

  it.each([
    '{"@context":["https://www.w3.org/ns/credentials/v2"]}',
    'eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.c2lnbmF0dXJl',
    'eyJhbGciOiJFUzI1NiJ9.eyJfc2QiOltdfQ.c2ln~WyJzYWx0IiwiYSIsMV0~',
  ])('%j is a document for the form', (text) => {
    expect(recognised(` ${text} `)).toEqual({ kind: 'document', text })
  })

  it.each([
    '',
    'WIFI:S:Salle;T:WPA;P:secret;;',
    'Bonjour',
    'javascript:alert(1)',
    'mailto:quelqu.un@exemple.fr',
    '012345678901',
    '7K3M9QWX2FHT',
    'a.b.c',
    'http://',
  ])('%j is a text that cannot be checked', (text) => {
    expect(recognised(text)).toEqual({ kind: 'text', text })
  })
})
