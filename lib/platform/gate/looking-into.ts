import type { Fields, RawValues } from '@/lib/base/forms/form'
import { refusalResponse } from '@/lib/platform/http/refusal-response'
import { attempted, type Handler } from './command'
import { readWithFile } from './multipart'
import type { Verb } from './verb'

/**
 * A write whose form may bring a file that is read and not kept: what `look` makes of its bytes are values of the form, and the verb
 * is tried with them. It comes back as every form does.
 */
export function lookingInto<F extends Fields, Row>(
  verb: Verb<F, Row>,
  look: (bytes: Uint8Array) => RawValues,
): Handler {
  return async (request, { params }) => {
    const body = await readWithFile(request)
    if ('status' in body) return refusalResponse(request, body)
    const { file, ...form } = body
    const values = file ? { ...form.values, ...look(file.bytes) } : form.values
    return attempted(verb, { request, where: (await params) ?? {}, body: { ...form, values } })
  }
}
