import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { isLoopback } from '@/lib/platform/env/loopback'
import { mailServer } from '@/lib/testing/mail-server'
import { meaningOf, sendLetter, serverOf } from './smtp'

let mail: Awaited<ReturnType<typeof mailServer>>
const open: Server[] = []
const letter = { messageId: 'one@relais.example', to: ['a@unicef.example'], subject: 'Relais', text: 'x\n' }
/** What became of the letter, by this server. */
const sent = (url: string, enough?: AbortSignal) =>
  classOf(sendLetter(letter, { url, from: 'relais@relais.example' }, enough))
const classOf = (sending: Promise<void>) =>
  sending.then(
    () => 'SENT',
    (error: Error) => error.name,
  )
/** What answers every connection in its own way. */
async function hostile(answer: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => answer(socket.on('error', () => {})))
  open.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  return `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

beforeAll(async () => {
  mail = await mailServer()
})
afterAll(() => mail.close())
afterEach(() => {
  mail.received.length = 0
  mail.heard.length = 0
  mail.answers()
  mail.says()
  for (const server of open.splice(0)) server.close()
})

describe('a mail server that means harm or is broken', () => {
  test.each([
    ['lines without an end', Buffer.from('220-still here\r\n'.repeat(4096))],
    ['bytes without a line', Buffer.alloc(64 * 1024, 'x')],
  ])(
    'with %s stops only its own letter: this thread goes on, and the connection is cut',
    async (_, bytes) => {
      let poured = 0
      let cut = false
      const pour = (socket: Socket) => {
        socket.on('close', () => {
          cut = true
        })
        const more = () => {
          while (!cut && socket.write(bytes)) poured += bytes.length
        }
        socket.on('drain', more)
        more()
      }
      expect(await sent(await hostile(pour))).toBe('NotYet')
      await expect.poll(() => cut).toBe(true)
      // It was not listened to for long: what lies in the kernel's buffers besides what a letter may answer.
      expect(poured).toBeLessThan(64 * 1024 * 1024)
    },
  )

  test('is cut when it takes too long, so that what was given up does not leave', async () => {
    const enough = new AbortController()
    mail.says((line) => {
      if (!line.startsWith('RCPT')) return undefined
      enough.abort()
      return ''
    })
    expect(await sent(mail.url, enough.signal)).toBe('NotYet')
    await expect.poll(mail.connected).toBe(0)
    expect(mail.received).toEqual([])
    expect(mail.heard.some((line) => /^DATA/.test(line))).toBe(false)
  })

  test('may have kept what it was handed whole and never answered: nobody says that it did not', async () => {
    mail.answers(() => {
      mail.hangUp()
      return '250 kept'
    })
    expect(await sent(mail.url)).toBe('Unsure')
    await expect.poll(mail.connected).toBe(0)
  })
})

describe('what a no is about', () => {
  test.each([
    ['HELLO', '554 not you', 'RefusesUs'],
    ['EHLO', '550 not you', 'RefusesUs'],
    ['AUTH', '535 wrong word', 'RefusesUs'],
    ['MAIL FROM', '553 not your address', 'RefusesUs'],
    ['RCPT TO', '530 first a password', 'RefusesUs'],
    ['RCPT TO', '451 later', 'NotYet'],
    ['RCPT TO', '550 nobody here', 'Refused'],
    ['DATA', '554 not this', 'Refused'],
  ])('%s answered by %s: %s', async (at, said, name) => {
    mail.says((line) => {
      if (line.startsWith(at) || (at === 'EHLO' && line.startsWith('HELO'))) return said
      return /^EHLO/.test(line) ? '250 AUTH PLAIN' : undefined
    })
    expect(await sent(mail.url.replace('//', '//relais:word@'))).toBe(name)
    await expect.poll(mail.connected).toBe(0)
  })

  test('a 5xx before the address is never about the address', () => {
    expect(meaningOf({ code: 550, at: 'MAIL FROM' }, false).name).toBe('RefusesUs')
    expect(meaningOf({ code: 0, at: 'END' }, true).name).toBe('Unsure')
    expect(meaningOf({ code: 451, at: 'DATA' }, true).name).toBe('NotYet')
  })
})

describe('over a network', () => {
  test('neither password nor address leaves in clear', async () => {
    // The same server by an address that is not the loopback one; it offers no TLS.
    mail.says((line) =>
      /^EHLO/.test(line) ? '250 AUTH PLAIN' : /^STARTTLS/.test(line) ? '502 what?' : undefined,
    )
    expect(await sent(`smtp://relais:word@0.0.0.0:${mail.port}`)).toBe('NoTls')
    expect(mail.heard.some((line) => /^(AUTH|MAIL|RCPT)/.test(line))).toBe(false)
  })

  test('nothing in the address takes the lock away', () => {
    const { server } = serverOf('smtp://mail.example?requireTLS=false&ignoreTLS=true')
    expect(server).toMatchObject({ host: 'mail.example', port: 587, requireTLS: true })
    expect(server).not.toHaveProperty('ignoreTLS')
    expect(serverOf('smtps://a%40b:c%3Ad@mail.example')).toMatchObject({
      server: { port: 465, secure: true, requireTLS: false },
      auth: { user: 'a@b', pass: 'c:d' },
    })
  })

  test.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['[::1]', true],
    ['127.0.0.1.example', false],
    ['0.0.0.0', false],
    ['10.0.0.3', false],
  ])('%s is this computer: %s', (host, here) => {
    expect(isLoopback(host)).toBe(here)
  })
})
