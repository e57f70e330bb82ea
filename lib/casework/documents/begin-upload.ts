import { randomUUID } from 'node:crypto'
import { onCase } from '@/lib/casework/cases/on-case'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { caseInReach } from '@/lib/casework/cases/scope'
import { answered, onlyAfterYes } from '@/lib/casework/consents/said-yes'
import { endingOf } from '@/lib/platform/files/name'
import { verb } from '@/lib/platform/gate/verb'
import { beginUploadForm } from './form'
import { beginUpload } from './uploads'

/** Where the next piece of a file goes: what a script asks first, and again after the line broke. */
export const pieceHref = (id: string, next: number): string => `/api/v1/uploads/${id}/${next}`

/** A script begins to send a file in pieces, or goes on with the same one. Its answer says where the next piece goes. */
export const beginUploading = verb({
  ...onCase,
  name: 'document.begin-upload',
  form: beginUploadForm,
  page: ({ code }) => `/cases/${code}/documents`,
  scope: async (ctx, { code }) => {
    const found = await caseInReach(ctx, code)
    return found && { ...found, yes: await answered(ctx, found.record) }
  },
  policy: (actor, reach) => onlyAfterYes(mayWorkOn(actor, reach), reach.yes),
  apply: async (ctx, { record }, { name, type, size, sum }) => {
    const named = endingOf(name)
    if ('problem' in named) return { invalid: { name: named.problem } }
    const about = {
      id: randomUUID(),
      caseId: record.id,
      size,
      ending: named.ending,
      declared: type.toLowerCase(),
      sum,
    }
    const begun = await beginUpload(ctx, about)
    return begun
      ? { location: pieceHref(begun.id, begun.next), id: begun.id, detail: { size } }
      : { conflict: true }
  },
})
