import { stockIssuer } from '../bases/stock.ts'
import { finish, parseBadge, readWork } from '../sample/badge-file.ts'

// the whole of a small program: read, sign in a loop with the stock library, write
const [input = '', output = ''] = process.argv.slice(2)
const { key, documents } = readWork(input)
const issue = await stockIssuer(key)
const signed: string[] = []
for (const text of documents) signed.push(JSON.stringify(await issue(parseBadge(text))))
finish(output, signed)
