import { z } from 'zod'
import { carried, choice } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { uuid } from '@/lib/base/forms/uuid'
import { RETURN_REASONS, REVIEW_VERDICTS } from '../machine/reasons'
import { comment, otherNeedsWords } from './write-comment'

/** `hash`: of the payload as the supervisor saw it; an approval pins exactly that. */
export const approveForm = form({
  noun: 'queue',
  fields: { hash: carried(z.string({ error: 'required' }).regex(/^[0-9a-f]{64}$/, { error: 'required' })) },
})
export const returnForm = form({
  noun: 'queue',
  fields: { reason: choice(RETURN_REASONS), comment },
  check: ({ reason, comment }) => otherNeedsWords(reason, comment, 'comment'),
})
export const reassignForm = form({
  noun: 'queue',
  fields: { supervisor: carried(uuid()) },
})
export const reviewForm = form({ noun: 'queue', fields: { verdict: choice(REVIEW_VERDICTS) } })
export const undoForm = form({ noun: 'queue', fields: {} })
