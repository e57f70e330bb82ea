import { createServer } from 'node:http'

/** What a gateway was asked to send. */
export type Asked = { method: string; path: string; key: string; authorization: string; body: string }

/** A gateway of SMS on the loopback address. `answers` says with which number it answers; 0 breaks the line instead. */
export async function smsGateway() {
  const received: Asked[] = []
  const state: { answer: (asked: Asked) => number | Promise<number> } = { answer: () => 202 }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (bytes: Buffer) => {
      body += bytes.toString('utf8')
    })
    request.on('end', async () => {
      const { method = '', url: path = '', headers } = request
      const key = String(headers['idempotency-key'] ?? '')
      const asked = { method, path, key, authorization: headers.authorization ?? '', body }
      const code = await state.answer(asked)
      if (code === 0) return request.socket.destroy()
      if (code < 300) received.push(asked)
      response.writeHead(code).end('x'.repeat(1000))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/send`,
    received,
    answers: (answer: (asked: Asked) => number | Promise<number> = () => 202) => {
      state.answer = answer
    },
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
