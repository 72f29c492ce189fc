import { describe, expect, it } from 'vitest'
import { readAddress } from '../../../browser/verdict/read-address.ts'

const read = (pathname: string, hash = '') => readAddress({ pathname, hash })

describe('the address behind a QR code', () => {
  it('names the code, in capitals or not, with the letters that people read as digits', () => {
    for (const path of [
      '/V/7K3F9QXW2M4T',
      '/v/7k3f9qxw2m4t',
      '/v/7K3F-9QXW-2M4T',
      '/v/7K3F%209QXW%202M4T',
      '/v/7K3F9QXW2M4T/',
    ])
      expect(read(path)?.code).toBe('7K3F9QXW2M4T')
    expect(read('/v/OK3F9QXW2M4I')?.code).toBe('0K3F9QXW2M41')
  })

  it('names none elsewhere', () => {
    for (const path of [
      '/verify',
      '/v',
      '/v/7K3F',
      '/v/7K3F9QXW2M4U',
      '/v/7K3F9QXW2M4T/report',
      '/me',
      '/v/%E0%A4%A',
    ])
      expect(read(path)).toBeUndefined()
  })

  it('carries a proof where its fragment begins with a digit, also one that was mangled on its way', () => {
    expect(read('/V/7K3F9QXW2M4T', '#123456')?.digits).toBe('123456')
    expect(read('/V/7K3F9QXW2M4T', '#123456…')?.digits).toBe('123456…')
  })

  it('carries none without fragment, or with one that leads to a place of the page', () => {
    for (const hash of ['', '#', '#content']) expect(read('/V/7K3F9QXW2M4T', hash)?.digits).toBe('')
  })
})
