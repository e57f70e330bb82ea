import { request } from 'node:http'

/** What came back; status 0 = no answer at all. */
export type Answered = {
  status: number
  milliseconds: number
  location: string
  cookies: string[]
  text: string
}

export type Sending = {
  port: number
  path: string
  cookie?: string
  /** A form's or JSON's body: makes it a POST. */
  body?: string
  json?: boolean
  /** Another address of this machine, where its loopback has several. */
  from?: string
}

/** One request as a browser of ours sends it; never rejects. */
export function send({ port, path, cookie, body, json = false, from }: Sending): Promise<Answered> {
  const began = performance.now()
  const type = json ? 'application/json' : 'application/x-www-form-urlencoded'
  const headers = {
    host: `127.0.0.1:${port}`,
    accept: json ? 'application/json' : 'text/html',
    ...(cookie && { cookie }),
    ...(body !== undefined && {
      'sec-fetch-site': 'same-origin',
      'content-type': type,
      'content-length': String(Buffer.byteLength(body)),
    }),
  }
  const method = body === undefined ? 'GET' : 'POST'
  return new Promise((resolve) => {
    const answered = (status: number, rest: Partial<Answered> = {}) =>
      resolve({
        status,
        milliseconds: performance.now() - began,
        location: '',
        cookies: [],
        text: '',
        ...rest,
      })
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false, ...(from && { localAddress: from }) },
      (res) => {
        let text = ''
        res.on('data', (part) => (text += part))
        res.on('error', () => answered(0))
        res.on('aborted', () => answered(0))
        res.on('end', () =>
          answered(res.statusCode ?? 0, {
            text,
            location: res.headers.location ?? '',
            cookies: (res.headers['set-cookie'] ?? []).map((line) => line.split(';')[0] ?? ''),
          }),
        )
      },
    )
    sent.on('error', () => answered(0))
    sent.setTimeout(60_000, () => sent.destroy())
    sent.end(body)
  })
}
