import { describe, expect, it } from 'vitest'
import { publicUrlOf, scanUrl } from '../../../server/holder/passports/scan-url.ts'

describe('the address a QR code carries', () => {
  it('is written in capitals, so that the code is small and a plain camera still opens it', () => {
    const url = scanUrl('https://passerelle.example', 'v', '7K3F9QXW2M4T')
    expect(url).toEqual({
      href: 'https://passerelle.example/v/7K3F9QXW2M4T',
      qr: 'HTTPS://PASSERELLE.EXAMPLE/V/7K3F9QXW2M4T',
      printed: 'passerelle.example/v/7K3F\u00a09QXW\u00a02M4T',
    })
  })

  it('keeps the port and says http where the server has no certificate', () => {
    const url = scanUrl('http://localhost:3000', 's', '7K3F9QXW2M4T8ABC')
    expect(url.qr).toBe('HTTP://LOCALHOST:3000/S/7K3F9QXW2M4T8ABC')
    expect(url.printed).toBe('http://localhost:3000/s/7K3F\u00a09QXW\u00a02M4T\u00a08ABC')
  })

  it('leaves the case of a path alone, where capitals would be another address', () => {
    expect(scanUrl('https://region.example/passerelle', 'v', '7K3F9QXW2M4T').qr).toBe(
      'https://region.example/passerelle/v/7K3F9QXW2M4T',
    )
  })

  it('leaves alone what the alphanumeric mode cannot write', () => {
    expect(scanUrl('https://passe_relle.example', 'v', '7K3F9QXW2M4T').qr).toBe(
      'https://passe_relle.example/v/7K3F9QXW2M4T',
    )
  })

  it('carries the digits of a proof behind its #, which neither a link nor a person needs', () => {
    const url = scanUrl('https://passerelle.example', 'v', '7K3F9QXW2M4T', '12345')
    expect(url).toEqual({
      ...scanUrl('https://passerelle.example', 'v', '7K3F9QXW2M4T'),
      qr: 'HTTPS://PASSERELLE.EXAMPLE/V/7K3F9QXW2M4T#12345',
    })
  })

  it('is found again from a credential’s own URL', () => {
    expect(publicUrlOf('https://region.example/passerelle/credentials/7K3F9QXW2M4T')).toBe(
      'https://region.example/passerelle',
    )
  })
})
