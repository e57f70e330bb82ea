import type { Fields, RawValues } from '@/lib/base/forms/form'
import { isUuid } from '@/lib/base/forms/uuid'
import { checkFile, type FileIn, type RawFile } from '@/lib/platform/files/check'
import { endingOf } from '@/lib/platform/files/name'
import { refusalResponse } from '@/lib/platform/http/refusal-response'
import { admit, type Inside } from './admit'
import { cookieReader } from './answers'
import { attempted, type Handler, inTurn } from './command'
import { type FormWithFile, readWithFile, type SentFile } from './multipart'
import type { Params, Verb } from './verb'

/** Where a noun keeps files that are on their way to one of its forms. */
export type Uploads = {
  /** Keeps a whole file for this form; its id, or nothing where this person may not. `key`: of the form, so that it is kept once. */
  keep: (inside: Inside, where: Params, file: RawFile & { key: string }) => Promise<string | undefined>
  /** The file behind an id, once all of it is here. */
  fetch: (inside: Inside, where: Params, id: string) => Promise<RawFile | undefined>
}

/**
 * A write with a file. With scripts off the file comes in the form; with scripts on its pieces came before and the form names them
 * (`upload`). Either way it is kept first, so that a form that comes back keeps its file; then it is looked into, outside of any transaction;
 * then the verb is tried with what came of it. Without `uploads` it is kept nowhere before: a form that comes back asks for it again.
 */
export function uploading<F extends Fields, Row>(verb: Verb<F, Row>, uploads?: Uploads): Handler {
  return async (request, { params }) => {
    const body = await readWithFile(request)
    if ('status' in body) return refusalResponse(request, body)
    const where = (await params) ?? {}
    const inside = <T>(work: (inside: Inside) => Promise<T>) => lookedIn(verb, { request, where }, work)
    const { id, raw, problem } = await arrived(body, where, { uploads, inside })
    const { file: _, ...form } = body
    const values: RawValues = {
      ...form.values,
      // A form that asks for a file is told whether one came.
      ...('file' in verb.form.fields && { file: body.file ? 'sent' : '' }),
      ...(id && { upload: id }),
    }
    const switches = values._language !== undefined || values._look !== undefined
    const file = switches ? undefined : (problem ?? (raw && (await checkFile(raw))))
    return attempted(verb, { request, where, body: { ...form, values }, file })
  }
}

type Means = {
  uploads: Uploads | undefined
  inside: <T>(work: (inside: Inside) => Promise<T>) => Promise<T | undefined>
}
type Arrived = { id?: string | undefined; raw?: RawFile | undefined; problem?: FileIn }

async function arrived(
  { file, values }: FormWithFile,
  where: Params,
  { uploads, inside }: Means,
): Promise<Arrived> {
  if (file) {
    const raw = named(file)
    if ('problem' in raw) return { problem: raw }
    if (!uploads) return { raw }
    const key = String(values._key ?? '')
    const id = await inside((ctx) => uploads.keep(ctx, where, { ...raw, key }))
    return id ? { id, raw } : {}
  }
  const { upload } = values
  if (!uploads || !isUuid(upload)) return {}
  return { raw: await inside((ctx) => uploads.fetch(ctx, where, upload)) }
}

function named({
  name,
  declared,
  bytes,
  tooLarge,
}: SentFile): RawFile | Extract<FileIn, { problem: unknown }> {
  if (tooLarge) return { problem: 'too-large' }
  if (bytes.length === 0) return { problem: 'empty' }
  const named = endingOf(name)
  return 'problem' in named ? named : { bytes, ending: named.ending, declared }
}

/** Something done for a write before it is tried; a refusal is said by the write itself, so here it is only nothing. */
async function lookedIn<F extends Fields, Row, T>(
  { name, session, roles }: Verb<F, Row>,
  { request, where }: { request: Request; where: Params },
  work: (inside: Inside) => Promise<T>,
): Promise<T | undefined> {
  const spec = { action: name, door: 'route', session, roles, repeatable: true } as const
  const outcome = await admit<T>(
    cookieReader(request),
    { ...spec, turn: inTurn(request, where) },
    async (inside) => ({
      answer: await work(inside),
    }),
  )
  return 'answer' in outcome ? outcome.answer : undefined
}
