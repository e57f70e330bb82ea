import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/** Connections kept at once. Each costs a file handle; a process has at least a thousand of them. */
export const MOST_SOCKETS = 800

/**
 * Keeps connections below the bound. Beyond it the oldest one without a request in hand is cut, of the address that
 * holds most: whoever opens hundreds and sends nothing cuts only its own.
 */
export function boundSockets(server: Server, most = MOST_SOCKETS): () => number {
  const open = new Map<Socket, { address: string; working: number }>()
  server.on('connection', (socket: Socket) => {
    open.set(socket, { address: socket.remoteAddress ?? '', working: 0 })
    socket.once('close', () => open.delete(socket))
    if (open.size > most) cutOne(open)
  })
  server.on('request', ({ socket }: IncomingMessage, res) => {
    const known = open.get(socket)
    if (!known) return
    known.working += 1
    res.once('close', () => {
      known.working -= 1
    })
  })
  return () => open.size
}

function cutOne(open: ReadonlyMap<Socket, { address: string; working: number }>): void {
  const idle = [...open].filter(([, { working }]) => working === 0)
  const most = [...grouped(idle).values()].sort((a, b) => b.length - a.length)[0]
  most?.[0]?.[0].destroy()
}

type Entry = [Socket, { address: string; working: number }]

function grouped(entries: Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const group = groups.get(entry[1].address)
    if (group) group.push(entry)
    else groups.set(entry[1].address, [entry])
  }
  return groups
}
