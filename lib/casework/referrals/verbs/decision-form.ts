import { z } from 'zod'
import { carried, choice } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { uuid } from '@/lib/base/forms/uuid'
import { RETURN_REASONS, REVIEW_VERDICTS } from '../machine/reasons'
import { comment, otherNeedsWords } from './write-comment'

/** The tab of the queue a decision was taken from; nothing = all. */
const kind = carried(
  z
    .string()
    .regex(/^[a-z-]{0,20}$/, { error: 'not-a-code' })
    .default(''),
)

/** Back to that tab. PURE. */
export const queueAfter = (kind: string | undefined, done: string): string =>
  kind ? `/queue?kind=${kind}&${done}` : `/queue?${done}`

/** A decision's own page, which knows the tab it was opened from. PURE. */
export const decisionPage = (id: string | undefined, verb: string, kind: string | undefined): string =>
  `/queue/${id}/${verb}${kind ? `?kind=${kind}` : ''}`

/** `hash`: of the payload as the supervisor saw it; an approval pins exactly that. */
export const approveForm = form({
  noun: 'queue',
  fields: {
    hash: carried(z.string({ error: 'required' }).regex(/^[0-9a-f]{64}$/, { error: 'required' })),
    kind,
  },
})
export const returnForm = form({
  noun: 'queue',
  fields: { reason: choice(RETURN_REASONS), comment, kind },
  check: ({ reason, comment }) => otherNeedsWords(reason, comment, 'comment'),
})
export const reassignForm = form({
  noun: 'queue',
  fields: { supervisor: carried(uuid()), kind },
})
export const reviewForm = form({ noun: 'queue', fields: { verdict: choice(REVIEW_VERDICTS), kind } })
export const undoForm = form({ noun: 'queue', fields: { kind } })
