import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Site } from '@/lib/platform/http/send'
import { listener, type Served } from './listener'

/** Stands for the framework in tests of our server. */
export type Page = (req: IncomingMessage, res: ServerResponse) => unknown

export interface Got {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

const SHEET = { path: '/css/relais.abc.css', hash: 'abc', sha256: 'sha256-xyz=', text: 'p{color:red}' }
const running: (() => void)[] = []

export function closeServers(): void {
  for (const close of running.splice(0)) close()
}

/** Our whole listener on a free port, in front of one page. */
export async function serve(page: Page, site: Partial<Site & Pick<Served, 'ready'>> = {}): Promise<URL> {
  const server = createServer()
  running.push(() => server.close().closeAllConnections())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = site.origin ?? new URL(`http://127.0.0.1:${port}`)
  const framework = async (req: IncomingMessage, res: ServerResponse) => {
    await page(req, res)
  }
  server.on(
    'request',
    listener({
      sheet: SHEET,
      demo: false,
      boot: 'b1',
      files: new Map(),
      ready: () => true,
      ...site,
      origin,
      framework,
    }),
  )
  return new URL(`http://127.0.0.1:${port}`)
}

export function get(url: URL, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, method }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
      )
    })
    sent.on('error', reject).end()
  })
}

/** Answers like the framework: headers first, body in small pieces. */
export function html(res: ServerResponse, body: string, status = 200): void {
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    etag: '"1"',
    vary: 'rsc',
    'x-nextjs-cache': 'HIT',
  })
  for (const part of body.match(/.{1,7}/gsu) ?? []) res.write(part)
  res.end()
}
