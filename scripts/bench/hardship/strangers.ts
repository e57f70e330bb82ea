import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Instance } from './instance'
import { send } from './send'

/** What strangers do until they are told to stop. */
export type Attack = { name: string; run: (instance: Instance, until: () => boolean) => Promise<void> }

/** Sockets that say the beginning of something and then nothing, opened again when they are cut. */
async function silent(port: number, count: number, beginning: string, until: () => boolean): Promise<void> {
  const open = new Set<Socket>()
  while (!until()) {
    while (open.size < count) {
      const socket = connect(port, '127.0.0.1')
      open.add(socket)
      socket.on('error', () => undefined)
      socket.once('close', () => open.delete(socket))
      socket.write(beginning)
    }
    await wait(50)
  }
  for (const socket of open) socket.destroy()
}

async function again(lanes: number, until: () => boolean, act: () => Promise<unknown>): Promise<void> {
  const lane = async () => {
    while (!until()) await act()
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

const form = 'content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin\r\n'

/** Each was measured to stop everybody before. `victim` is the colleague whose account they try. */
export const attacks = (victim: string): Attack[] => [
  {
    name: 'slow bodies',
    run: ({ port }, until) =>
      silent(
        port,
        64,
        `POST /api/v1/alerts HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${form}content-length: 100\r\n\r\na`,
        until,
      ),
  },
  {
    name: 'half-open headers',
    run: ({ port }, until) => silent(port, 300, `GET / HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx`, until),
  },
  {
    name: 'repeated names',
    run: ({ port }, until) =>
      again(2, until, async () => {
        await send({ port, path: '/api/v1/alerts', body: 'a=1&'.repeat(225_000) })
        await send({ port, path: '/api/v1/session', body: 'email=x&'.repeat(25_000) })
        await wait(100)
      }),
  },
  {
    name: '200 sign-ins at once',
    run: ({ port }, until) =>
      again(200, until, () =>
        send({ port, path: '/api/v1/session', body: `email=${encodeURIComponent(victim)}&password=faux` }),
      ),
  },
]
