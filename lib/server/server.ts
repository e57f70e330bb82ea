import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { stylesheet } from '@/lib/platform/http/assets'
import { logWritten, quietErrors } from '@/lib/platform/http/error-log'
import { boundSockets } from '@/lib/platform/http/sockets'
import { loadStatic } from '@/lib/platform/http/static'
import { listener } from './listener'
import { type Cleanup, stopper } from './stop'

/** Runs once the server answers; what it returns runs before the server ends. */
export type OnStart = () => Cleanup | undefined | Promise<Cleanup | undefined>

export interface ServerOptions {
  readonly port: number
  /** The one address people use, e.g. `https://relais.example`. A TLS proxy may stand in front of `port`. */
  readonly origin: string
  readonly boot?: string
  readonly demo?: boolean
  readonly onStart?: readonly OnStart[]
}

export interface RunningServer {
  readonly port: number
  /** Lets requests in hand finish for ten seconds, then ends. Safe to call twice. */
  readonly stop: () => Promise<void>
}

/**
 * Milliseconds. Headers never take ten seconds, and are looked after each second; how long a body may take, the receiver says for forms and
 * for files (`platform/http/receive`); a socket on which nothing moves for two minutes is closed.
 */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 620_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1000,
}

/** Milliseconds. */
const STILL = 120_000

/** Milliseconds that requests in hand get after a crash: long enough for a page. */
const AFTER_CRASH = 3000

/**
 * Needs a finished build in `.next` and `public`. Listens on the loopback address only, and before the pages are
 * prepared: what comes meanwhile waits the moment instead of finding nobody.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const origin = new URL(options.origin)
  let stop = async () => {}
  quietErrors(() => {
    process.exitCode = 1
    setTimeout(() => process.exit(1), AFTER_CRASH)
    void stop().finally(() => process.exit(1))
  })
  // The framework adds a WebSocket listener to the server it is given; this one never listens.
  const app = next({ dev: false, hostname: origin.hostname, port: options.port, httpServer: createServer() })
  let ready = false
  const preparing = app.prepare().then(() => app.getRequestHandler())
  const site = {
    origin,
    boot: options.boot ?? '',
    demo: options.demo ?? false,
    sheet: stylesheet(),
    files: loadStatic(join(process.cwd(), 'public')),
    ready: () => ready,
    framework: async (req: IncomingMessage, res: ServerResponse) => (await preparing)(req, res),
  }
  const server = createServer({ ...PATIENCE, maxHeaderSize: 16_384 }, listener(site))
  server.maxHeadersCount = 100
  boundSockets(server)
  server.setTimeout(STILL)
  const port = await listen(server, options.port)
  await preparing
  ready = true
  const cleanups = await Promise.all((options.onStart ?? []).map((start) => start()))
  stop = stopper(server, [...cleanups.filter((done) => done !== undefined), () => app.close(), logWritten])
  return { port, stop }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
