import { type Ended, inThread, PATIENCE } from './in-thread'
import { NotYet, Refused, RefusesUs, Unsure } from './undelivered'

export type Sms = {
  /** Stays the same however often it is tried: a gateway that knows it sends one. */
  id: string
  to: string
  text: string
}
/** How the gateway is asked: `{to}`, `{text}` and `{id}` stand where it wants them, in the address or in the body. */
export type Gateway = {
  url: string
  method: 'GET' | 'POST' | 'PUT'
  header: string | undefined
  body: string
}

const inJson = (value: string) => JSON.stringify(value).slice(1, -1)

/** The request for one SMS. PURE. */
export function requestOf({ id, to, text }: Sms, { url, method, header, body }: Gateway) {
  const values: Record<string, string> = { id, to, text }
  const fill = (template: string, written: (value: string) => string) =>
    template.replaceAll(/\{(id|to|text)\}/g, (_, name: string) => written(values[name] ?? ''))
  const json = body.trimStart().startsWith('{')
  const sent = method === 'GET' ? '' : fill(body, json ? inJson : encodeURIComponent)
  const [name, ...rest] = header?.split(':') ?? []
  return {
    url: fill(url, encodeURIComponent),
    method,
    body: sent,
    headers: {
      ...(name && { [name.trim()]: rest.join(':').trim() }),
      'Idempotency-Key': id,
      ...(sent && {
        'Content-Type': json ? 'application/json' : 'application/x-www-form-urlencoded',
        'Content-Length': String(Buffer.byteLength(sent)),
      }),
    },
  }
}

/** What the gateway's number means: 410 and 422 are about the telephone's number, every other no is about us. PURE. */
export function smsMeaning({ code }: Ended, handedOver: boolean): Error {
  if (code === 410 || code === 422) return new Refused(code)
  if (code === 502 || code === 504) return new Unsure()
  if (code >= 500 || [408, 425, 429].includes(code)) return new NotYet()
  if (code > 0) return new RefusesUs()
  return handedOver ? new Unsure() : new NotYet()
}

/** Rejects with what stands in `undelivered.ts`. */
export async function sendSms(
  sms: Sms,
  gateway: Gateway,
  enough: AbortSignal = AbortSignal.timeout(PATIENCE),
): Promise<void> {
  const file = new URL('./sms-thread.mjs', import.meta.url)
  const { ended, handedOver } = await inThread(file, requestOf(sms, gateway), enough)
  if (ended) throw smsMeaning(ended, handedOver)
}
