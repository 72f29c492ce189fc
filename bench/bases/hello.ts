import type { AddressInfo } from 'node:net'
import express from 'express'

// the least that Express can say: what a server of ours is measured against
const app = express()
app.get('/', (_req, res) => {
  res.send('<!doctype html><title>Hello</title><h1>Hello</h1>')
})
const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`${port}\n`)
})
