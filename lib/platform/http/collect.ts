import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

export interface Collector {
  /** Asked once, when headers would leave: true keeps the whole body back for `finished`. */
  readonly collects: (res: ServerResponse) => boolean
  /** Called once with the whole body; must end the response. */
  readonly finished: (body: string) => void
  /** Called once before the headers of a body that is streamed through untouched. */
  readonly passing: (res: ServerResponse) => void
}

type Done = (error?: Error | null) => void
type HeaderList = OutgoingHttpHeaders | readonly OutgoingHttpHeader[]

const TAKEN = ['writeHead', 'flushHeaders', 'write', 'end'] as const

/**
 * Stands between the framework and a response. The four ways of sending are replaced on this one object; as soon
 * as the fate of the body is known they are given back, so a streamed download costs nothing.
 */
export function collect(res: ServerResponse, collector: Collector): void {
  const chunks: Buffer[] = []
  let keeping = false

  const giveBack = () => {
    for (const name of TAKEN) Reflect.deleteProperty(res, name)
  }
  const keeps = () => {
    if (keeping) return true
    keeping = collector.collects(res)
    if (keeping) return true
    giveBack()
    collector.passing(res)
    return false
  }

  res.once('close', () => chunks.splice(0))
  Object.assign(res, {
    writeHead(status: number, ...rest: (string | HeaderList)[]) {
      res.statusCode = status
      for (const headers of rest) if (typeof headers === 'object') copyHeaders(res, headers)
      return keeps() ? res : res.writeHead(res.statusCode)
    },
    flushHeaders() {
      if (!keeps()) res.flushHeaders()
    },
    write(chunk: string | Uint8Array, coding?: BufferEncoding | Done, done?: Done) {
      if (!keeps()) return Reflect.apply(res.write, res, [chunk, coding, done])
      chunks.push(bytes(chunk, coding))
      callbackOf(coding, done)?.()
      return true
    },
    end(chunk?: string | Uint8Array | Done | null, coding?: BufferEncoding | Done, done?: Done) {
      if (!keeps()) return Reflect.apply(res.end, res, [chunk, coding, done])
      if (chunk != null && typeof chunk !== 'function') chunks.push(bytes(chunk, coding))
      const callback = typeof chunk === 'function' ? chunk : callbackOf(coding, done)
      if (callback) res.once('finish', callback)
      giveBack()
      if (!res.destroyed) collector.finished(Buffer.concat(chunks).toString('utf8'))
      return res
    },
  })
}

function bytes(chunk: string | Uint8Array, coding?: BufferEncoding | Done): Buffer {
  if (typeof chunk !== 'string') return Buffer.from(chunk)
  return Buffer.from(chunk, typeof coding === 'string' ? coding : 'utf8')
}

function callbackOf(coding?: BufferEncoding | Done, done?: Done): Done | undefined {
  return typeof coding === 'function' ? coding : done
}

function copyHeaders(res: ServerResponse, headers: HeaderList): void {
  const pairs = Array.isArray(headers)
    ? headers.flatMap((_, i) => (i % 2 ? [] : [[headers[i], headers[i + 1]]]))
    : Object.entries(headers)
  for (const [name, value] of pairs) if (value !== undefined) res.setHeader(String(name), value)
}
