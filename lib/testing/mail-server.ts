import { createServer, type Socket } from 'node:net'

/** What a mail server was given. */
export type Received = { to: string[]; raw: string; messageId: string; subject: string; text: string }
type Answer = (letter: { to: string[] }) => string | Promise<string>
/** What it says to a command instead; an empty one stays silent. `HELLO` is its greeting. */
type Says = (command: string) => string | undefined

/** The bytes of a letter as people read them: quoted-printable or base64, and words in its head. */
function readable(raw: string): Omit<Received, 'to' | 'raw'> {
  const cut = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, cut).replaceAll(/\r\n[ \t]+/g, ' ')
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  const body = raw.slice(cut + 4)
  const bytes = /base64/i.test(field('Content-Transfer-Encoding'))
    ? Buffer.from(body, 'base64')
    : Buffer.from(unquoted(body.replaceAll(/=\r\n/g, '')), 'latin1')
  const words = field('Subject').replaceAll(/=\?utf-8\?q\?(.*?)\?= ?/gi, (_, text: string) =>
    Buffer.from(unquoted(text.replaceAll('_', ' ')), 'latin1').toString('utf8'),
  )
  return { messageId: field('Message-ID'), subject: words, text: bytes.toString('utf8') }
}
const unquoted = (text: string): string =>
  text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** A mail server on the loopback address: plain SMTP, one command a line. `answer` says what it says to a whole letter. */
export async function mailServer() {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  const heard: string[] = []
  const state: { answer: Answer; says: Says } = { answer: () => '250 kept', says: () => undefined }
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => {}))
    const say = (line: string) => socket.writable && socket.write(`${line}\r\n`)
    let buffer = ''
    let to: string[] = []
    let inData = false
    let work: Promise<unknown> = Promise.resolve()
    const command = async (line: string) => {
      heard.push(line)
      const said = state.says(line)
      if (said !== undefined) return said && say(said)
      if (/^(EHLO|HELO)/i.test(line)) return say('250 here')
      if (/^RCPT TO:/i.test(line)) to.push(/<(.*)>/.exec(line)?.[1] ?? '')
      if (/^DATA/i.test(line)) {
        inData = true
        return say('354 go on')
      }
      if (/^QUIT/i.test(line)) return socket.end('221 bye\r\n')
      return say('250 good')
    }
    const letter = async (raw: string) => {
      const answer = await state.answer({ to })
      if (answer.startsWith('250')) received.push({ to, raw, ...readable(raw) })
      to = []
      say(answer)
    }
    socket.on('data', (bytes) => {
      buffer += bytes.toString('latin1')
      work = work.then(async () => {
        for (;;) {
          const end = buffer.indexOf(inData ? '\r\n.\r\n' : '\r\n')
          if (end < 0) return
          const part = buffer.slice(0, end)
          buffer = buffer.slice(end + (inData ? 5 : 2))
          if (!inData) await command(part)
          else {
            inData = false
            await letter(part)
          }
        }
      })
    })
    say(state.says('HELLO') ?? '220 loopback')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    /** Every command, as it came. */
    heard,
    /** As if its line broke. */
    hangUp: () => {
      for (const socket of sockets) socket.destroy()
    },
    /** How many are connected. */
    connected: () => sockets.size,
    /** What it answers to the next letters; without, it keeps them. */
    answers: (answer: Answer = () => '250 kept') => {
      state.answer = answer
    },
    says: (says: Says = () => undefined) => {
      state.says = says
    },
    close: () =>
      new Promise<void>((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  }
}
