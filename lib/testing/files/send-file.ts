import type { SignedIn } from '../actors'
import { type Endpoint, post } from '../requests'

type Sending = {
  as: Pick<SignedIn, 'kind' | 'token'>
  params: Record<string, string>
  values: Record<string, string>
  file?: { name: string; bytes: Buffer; declared?: string }
}

const LINE = '----relais7Q4D'

/** Sends a form with a file as a browser with scripts off does: a part for each field, in the order of the page, the file first. */
export function sendFile(endpoint: Endpoint, { as, params, values, file }: Sending): Promise<Response> {
  const head = (name: string, more = '') =>
    `--${LINE}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`
  const sent = file ?? { name: '', bytes: Buffer.alloc(0) }
  const type = `\r\ncontent-type: ${sent.declared ?? 'application/octet-stream'}`
  const fields = Object.entries(values).map(([name, value]) => Buffer.from(`${head(name)}${value}\r\n`))
  const body = Buffer.concat([
    Buffer.from(head('file', `; filename="${sent.name.replaceAll('\0', '%00')}"${type}`)),
    sent.bytes,
    Buffer.from('\r\n'),
    ...fields,
    Buffer.from(`--${LINE}--\r\n`),
  ])
  const headers = { 'content-type': `multipart/form-data; boundary=${LINE}` }
  return post(endpoint, { as, params, headers, body: new Uint8Array(body) })
}
