/**
 * Asks for words on the terminal without showing them.
 * @returns undefined when nobody is there to be asked, or they gave up (Ctrl-C, Ctrl-D)
 */
export async function askSecret(question: string): Promise<string | undefined> {
  const { stdin, stderr } = process
  if (!stdin.isTTY) return undefined
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  try {
    return await readLine(stdin)
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}

const ENTER = new Set(['\r', '\n'])
const GIVE_UP = new Set(['\u0003', '\u0004'])
const RUB_OUT = new Set(['\u007f', '\b'])

function readLine(stdin: NodeJS.ReadStream): Promise<string | undefined> {
  return new Promise((resolve) => {
    const typed: string[] = []
    const end = (answer: string | undefined): void => {
      stdin.removeListener('data', hear)
      resolve(answer)
    }
    const hear = (chunk: string): void => {
      for (const symbol of chunk) {
        if (ENTER.has(symbol)) {
          end(typed.join(''))
          return
        }
        if (GIVE_UP.has(symbol)) {
          end(undefined)
          return
        }
        if (RUB_OUT.has(symbol)) typed.pop()
        else if (symbol >= ' ') typed.push(symbol)
      }
    }
    stdin.on('data', hear)
  })
}
