import { longText } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { overtakenCase } from '@/lib/casework/cases/overtaken'
import { mayMove } from '@/lib/casework/cases/policy'
import { isWithdrawn } from '@/lib/casework/cases/states'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { heldByOther } from '@/lib/casework/tasks/waiting-item'
import { verb } from '@/lib/platform/gate/verb'
import { seal } from '@/lib/platform/vault/seal'
import { commentPlace } from './closing'
import { closingInReach, decide } from './decide-closing'

export const returnForm = form({
  noun: 'cases',
  fields: { comment: longText({ max: 600, rows: 4, optional: true }) },
})

/** As it is asked of a team that asked to close: the words are required. */
export const whyForm = form({ noun: 'cases', fields: { comment: longText({ max: 600, rows: 4 }) } })

/**
 * Not yet: the case is open again, and its lead reads why. Of a file that the person ended and wants again there is nothing to
 * explain: nobody of ours asked to close it.
 */
export const returnClosure = verb({
  name: 'case.return-closure',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: returnForm,
  page: ({ code }) => `/cases/${code}/close/return`,
  scope: (ctx, { code }) => closingInReach(ctx, code),
  policy: (actor, { reach, agreed }) =>
    mayMove('return-closure', actor, { ...reach, agreed, askedBy: reach.record.closureAskedBy }),
  held: (ctx, { reach }) => heldByOther(ctx, reach.record.id),
  version: ({ reach }) => reach.record.version,
  overtaken: (ctx, { reach }, reason) => overtakenCase(ctx, reach.record, reason),
  audit: ({ code = '' }, found) => ({ type: 'case', id: code, caseId: found?.reach.record.id ?? null }),
  apply: async (ctx, { reach: { record }, closing, key }, { comment }) => {
    const wanted = isWithdrawn(record)
    if (!wanted && comment === '') return { invalid: { comment: 'required' } }
    if (closing && !closing.decided)
      await decide(ctx, record.id, {
        decided: 'RETURNED',
        comment: seal(key, commentPlace(closing.id), comment),
      })
    const moved = await touchCase(ctx, record, { move: 'return-closure' })
    if (!moved) throw new Error('a locked case did not move')
    return {
      location: `/cases/${record.code}?done=${wanted ? 'wanted-again' : 'closure-returned'}`,
      id: record.code,
    }
  },
})
