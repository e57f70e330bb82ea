import { createServer, request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { boundSockets } from './sockets'

test('beyond the bound the oldest idle connection of the address that holds most is cut', async () => {
  let answer = () => {}
  const server = createServer((_, res) => {
    answer = () => res.end('done')
  })
  const open = boundSockets(server, 10)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const cut: string[] = []
  const hold = (name: string, localAddress: string) =>
    new Promise<Socket>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', localAddress })
      socket.on('close', () => cut.push(name))
      socket.on('error', () => undefined)
      socket.once('connect', () => resolve(socket))
    })
  const asked = new Promise<string>((resolve, reject) => {
    request({ port, host: '127.0.0.1', localAddress: '127.0.0.2' }, (res) => {
      res.on('data', (part) => resolve(String(part)))
    })
      .on('error', reject)
      .end()
  })
  const held: Socket[] = [await hold('colleague', '127.0.0.3')]
  for (let n = 0; n < 12; n += 1) held.push(await hold(`stranger ${n}`, '127.0.0.2'))
  while (cut.length < 4) await new Promise((resolve) => setImmediate(resolve))
  expect(cut).toEqual(['stranger 0', 'stranger 1', 'stranger 2', 'stranger 3'])
  expect(open()).toBe(10)
  answer()
  expect(await asked).toBe('done')
  for (const socket of held) socket.destroy()
  server.close().closeAllConnections()
})
