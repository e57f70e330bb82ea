import { verb } from '@/lib/platform/gate/verb'
import { dropForm } from './form'
import { oneGrant, onPath } from './in-reach'
import { moveGrant } from './move-grant'
import { mayDropGrant } from './policy'

/** A grant, or what is left of it, is not handed over. What was handed over stays, and so do its visits. */
export const dropGrant = verb({
  name: 'return.drop',
  ...onPath,
  form: dropForm,
  page: ({ code }, { grant }) => `/cases/${code}/return/drop${grant ? `?grant=${grant}` : ''}`,
  scope: (ctx, { code }, { grant }) => oneGrant(ctx, { code, id: grant }),
  policy: (actor, found) => mayDropGrant(actor, found),
  version: ({ grant }) => grant?.version ?? 0,
  apply: async (ctx, { reach: { record }, grant }, { dropReason }) => {
    const moved = { lastVerb: 'drop', state: 'DROPPED', reason: dropReason } as const
    if (!grant || !(await moveGrant(ctx, grant, moved))) return { conflict: true }
    return {
      location: `/cases/${record.code}/return?done=grant-dropped`,
      id: grant.id,
      detail: { reason: dropReason },
    }
  },
})
