import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import Busboy from '@fastify/busboy'
import { fromForm } from '@/lib/base/forms/raw-values'
import { FILE_LIMIT } from '@/lib/platform/files/limits'
import { UPLOAD_LIMIT } from '@/lib/platform/http/body-limit'
import { type Body, type BodyRefusal, isClean, readBody, sameOrigin } from './body'

/** A file as a browser sends it beside its form. Its name is looked at and never kept. */
export type SentFile = { name: string; declared: string; bytes: Buffer; tooLarge: boolean }
export type FormWithFile = Body & { file?: SentFile }

/** A form of ours has a dozen fields; none of them is a story. */
const LIMITS = {
  fields: 40,
  fieldSize: 20_000,
  fieldNameSize: 100,
  files: 1,
  parts: 42,
  headerPairs: 20,
  fileSize: FILE_LIMIT,
}
const unreadable: BodyRefusal = { status: 400, reason: 'unreadable' }

/** Reads a form that may carry one file. Whatever is more, longer or otherwise than a form of ours sends is refused. */
export async function readWithFile(request: Request): Promise<FormWithFile | BodyRefusal> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) return readBody(request)
  if (!sameOrigin(request.headers)) return { status: 403, reason: 'cross-site' }
  if (Number(request.headers.get('content-length') ?? 0) > UPLOAD_LIMIT)
    return { status: 413, reason: 'too-large' }
  const bytes = Buffer.from(await request.arrayBuffer())
  if (bytes.length > UPLOAD_LIMIT) return { status: 413, reason: 'too-large' }
  return parse(type, bytes).catch(() => unreadable)
}

async function parse(type: string, bytes: Buffer): Promise<FormWithFile | BodyRefusal> {
  const parser = new Busboy({ headers: { 'content-type': type }, limits: LIMITS })
  const pairs: [string, string][] = []
  let file: SentFile | undefined
  let odd = false
  const isOdd = () => {
    odd = true
  }
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limit, isOdd)
  parser.on('field', (name, value, nameCut, valueCut) => {
    odd ||= nameCut || valueCut
    pairs.push([name, value])
  })
  parser.on('file', (name, stream, filename, _, declared) => {
    odd ||= name !== 'file'
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      const whole = Buffer.concat(parts)
      // An empty answer to "which file" is no file.
      if (filename)
        file = {
          name: filename,
          declared: declared.slice(0, 60).toLowerCase(),
          bytes: whole,
          tooLarge: stream.truncated,
        }
    })
  })
  await pipeline(Readable.from([bytes]), parser)
  const values = fromForm(new URLSearchParams(pairs).toString())
  return odd || !values || !isClean(values) ? unreadable : { values, json: false, ...(file && { file }) }
}
