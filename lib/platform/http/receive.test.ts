import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { closeServers, get, html, serve } from '@/lib/server/test-server'
import { FORMS, type Owners, Receiver, UPLOADS } from './receive'

const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  closeServers()
})

/** A POST that announces a hundred bytes and sends one. */
function begin(url: URL): Socket {
  const socket = connect(Number(url.port), '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(`POST /api/x HTTP/1.1\r\nHost: ${url.host}\r\nContent-Length: 100\r\n\r\na`)
  sockets.push(socket)
  return socket
}

const post = (url: URL, body: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers: { 'content-length': String(Buffer.byteLength(body)), ...headers },
    })
    sent.on('response', (res) => {
      let text = ''
      res.on('data', (part) => (text += part))
      res.on('end', () => resolve({ status: res.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

describe('a body', () => {
  it('reaches the page whole, as a stream', async () => {
    const url = await serve(async (req, res) => {
      let text = ''
      for await (const part of req) text += part
      html(res, `<p>${text.length} ${text.slice(-1)}</p>`)
    })
    const body = `${'x'.repeat(300_000)}y`
    expect((await post(new URL('/api/x', url), body)).text).toContain('<p>300001 y</p>')
  })

  it('that does not come takes no place: a hundred of them delay no page', async () => {
    const reached: string[] = []
    const url = await serve((req, res) => {
      reached.push(req.url ?? '')
      html(res, '<p>ok</p>')
    })
    const slow = Array.from({ length: 100 }, () => begin(url))
    await Promise.all(slow.map((socket) => new Promise((resolve) => socket.once('connect', resolve))))
    for (let n = 0; n < 20; n += 1) expect((await get(new URL(`/page/${n}`, url))).status).toBe(200)
    expect(reached).toHaveLength(20)
  })
})

describe('whoever sends slowly', () => {
  const arriving = (receiver: Receiver, got: number, size = 1000, owners: Owners = []) => {
    const listeners = new Map<string, (part: Buffer) => void>()
    const add = (name: string, act: (part: Buffer) => void) => listeners.set(name, act)
    const req = { headers: { 'content-length': String(size) }, on: add, once: add, off: () => undefined }
    const outcome = receiver.receive(req as never, owners)
    listeners.get('data')?.(Buffer.alloc(got))
    return outcome
  }

  it('is given up after eight seconds below the least rate, and not before', async () => {
    let now = 0
    const receiver = new Receiver(FORMS, () => now)
    const slow = arriving(receiver, 1)
    const steady = arriving(receiver, 900 * 9)
    now = 8000
    receiver.giveUpSlow()
    expect(receiver.waiting).toBe(2)
    now = 9000
    receiver.giveUpSlow()
    expect(await slow).toEqual({ gaveUp: 'slow' })
    expect(receiver.waiting).toBe(1)
    void steady
    receiver.stop()
  })

  it('leaves for the newest when too many come at once', async () => {
    let now = 0
    const receiver = new Receiver(FORMS, () => now)
    const first = arriving(receiver, 0)
    now = 1000
    for (let n = 0; n < 400; n += 1) void arriving(receiver, 500)
    expect(await first).toEqual({ gaveUp: 'slow' })
    expect(receiver.waiting).toBe(400)
    receiver.stop()
  })

  it('is given up after the longest time, however steadily', async () => {
    let now = 0
    const receiver = new Receiver(FORMS, () => now)
    const steady = arriving(receiver, 900_000, 1_000_000)
    now = 120_001
    receiver.giveUpSlow()
    expect(await steady).toEqual({ gaveUp: 'slow' })
    receiver.stop()
  })

  it('with a file has places of its own: a third of one session ends its slowest, and nobody else’s', async () => {
    let now = 0
    const receiver = new Receiver(UPLOADS, () => now)
    const mine = [{ key: 'session a', most: 2 }]
    const other = arriving(receiver, 0, 10_000_000, [{ key: 'session b', most: 2 }])
    const first = arriving(receiver, 0, 10_000_000, mine)
    now = 1000
    void arriving(receiver, 5000, 10_000_000, mine)
    void arriving(receiver, 0, 10_000_000, mine)
    expect(await first).toEqual({ gaveUp: 'slow' })
    expect(receiver.waiting).toBe(3)
    void other
    receiver.stop()
  })

  it('finds no room where eight files are here and wait for their answers, and room again once one is answered', async () => {
    const receiver = new Receiver(UPLOADS)
    const whole = () => {
      const act = new Map<string, (part?: Buffer) => void>()
      const add = (name: string, then: (part?: Buffer) => void) => act.set(name, then)
      const came = receiver.receive({
        headers: { 'content-length': '5' },
        on: add,
        once: add,
        off: () => undefined,
      } as never)
      act.get('data')?.(Buffer.from('abcde'))
      act.get('end')?.()
      return came
    }
    const here = await Promise.all(Array.from({ length: 8 }, whole))
    expect(await whole()).toEqual({ gaveUp: 'full' })
    const [one] = here
    if (one && 'done' in one) one.done()
    expect(await whole()).toMatchObject({ body: Buffer.from('abcde') })
    receiver.stop()
  })
})

describe('a form that could not be answered', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
  const failing = () =>
    serve(() => {
      throw new Error('the database went away')
    })

  it('comes back with everything typed, in its order, to be sent again', async () => {
    const url = await failing()
    const ours = { ...form, 'sec-fetch-site': 'same-origin' }
    const { status, text } = await post(new URL('/api/v1/x', url), 'a=1&a=%3Cb%3E&note=%C3%A9t%C3%A9', ours)
    expect(status).toBe(500)
    expect(text).toContain('<form class="stack" method="post" action="/api/v1/x">')
    expect(
      [...text.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ).toEqual([
      ['a', '1'],
      ['a', '&lt;b&gt;'],
      ['note', 'été'],
    ])
  })

  it('gives back no password, and asks for it again', async () => {
    const url = await failing()
    const ours = { ...form, 'sec-fetch-site': 'same-origin' }
    const { text } = await post(new URL('/api/v1/session', url), 'email=x&password=geheim&next=%2Fwork', ours)
    expect(text).not.toContain('geheim')
    expect(text).toContain('name="next" value="/work"')
    expect(text).toContain('type="password"')
  })

  it('of another site does not come back', async () => {
    const url = await failing()
    const { text } = await post(new URL('/api/v1/x', url), 'a=1', { ...form, 'sec-fetch-site': 'cross-site' })
    expect(text).not.toContain('<form')
  })
})
