import { z } from 'zod'
import { carried, choice } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { uuid } from '@/lib/base/forms/uuid'
import { placeField } from '@/lib/casework/tasks/queue-place'
import { RETURN_REASONS, REVIEW_VERDICTS } from '../machine/reasons'
import { comment, otherNeedsWords } from './write-comment'

/** Where in the queue a decision was taken. */
const kind = placeField()

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
