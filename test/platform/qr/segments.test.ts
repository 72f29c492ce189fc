import { describe, expect, it } from 'vitest'
import { encodeQr, qrSvg } from '../../../server/platform/qr/index.ts'
import { segmentsOf } from '../../../server/platform/qr/segments.ts'

const ADDRESS = 'HTTPS://PASSERELLE.EXAMPLE/V/7K3F9QXW2M4T'
const DIGITS = '1234567890'.repeat(35)
const modes = (text: string) => segmentsOf(text).map(({ mode }) => mode)

describe('a text in a QR code', () => {
  it('is written in one piece when it is an address: alphanumeric in capitals, else bytes', () => {
    expect(modes(ADDRESS)).toEqual(['alphanumeric'])
    expect(modes('https://passerelle.example/v/7K3F9QXW2M4T')).toEqual(['byte'])
    expect(modes(`${ADDRESS}#1234`)).toEqual(['byte'])
    expect(modes('Zoé')).toEqual(['byte'])
  })

  it('is written in three pieces when a proof stands behind the address', () => {
    expect(modes(`${ADDRESS}#${DIGITS}`)).toEqual(['alphanumeric', 'byte', 'numeric'])
  })

  it('keeps an address as it must be written, and its proof small all the same', () => {
    expect(modes(`https://region.example/passerelle/v/7K3F9QXW2M4T#${DIGITS}`)).toEqual(['byte', 'numeric'])
  })

  it('is a quarter narrower in pieces than as bytes', () => {
    expect(encodeQr(`${ADDRESS}#${DIGITS}`).size).toBe(65)
    expect(encodeQr(`${ADDRESS}#${DIGITS}x`).size).toBe(89)
  })

  it('is drawn as one path for a screen', () => {
    expect(qrSvg(`${ADDRESS}#${DIGITS}`, 'Code <à> scanner')).toMatch(
      /^<svg [^>]*viewBox="0 0 73 73"[^>]*aria-label="Code &#60;à&#62; scanner"/,
    )
  })
})
