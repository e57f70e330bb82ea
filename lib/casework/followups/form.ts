import { offered } from '@/lib/base/codes/codes'
import { CASEWORK_BEGAN, code, codeList, day, longText } from '@/lib/base/forms/fields'
import { type FieldErrors, form } from '@/lib/base/forms/form'
import { maybeCode } from '@/lib/casework/people/form'

const besides = (list: 'followup_type' | 'followup_outcome', left: string): string[] =>
  offered(list)
    .map((entry) => entry.code)
    .filter((one) => one !== left)

const shared = {
  channel: code('contact_channel', { as: 'radio' }),
  followedOn: day({ preset: 'today', notBefore: CASEWORK_BEGAN, notAfter: 'today', lean: 'past' }),
  words: longText({ max: 2000, optional: true, rows: 4 }),
}

/** A contact with the person, or with whoever serves them: how, when, what came of it, and when the next one is. */
export const followUpForm = form({
  noun: 'followups',
  fields: {
    type: code('followup_type', { as: 'radio', among: besides('followup_type', 'FAILED') }),
    channel: shared.channel,
    followedOn: shared.followedOn,
    outcome: code('followup_outcome', { as: 'radio', among: besides('followup_outcome', 'NOT_REACHED') }),
    nextOn: day({ optional: true, lean: 'future' }),
    laterReason: maybeCode('later_contact_reason'),
    words: shared.words,
  },
})

/** What meets an attempt only by one way. */
const ONLY_BY: Partial<Record<string, string>> = { NUMBER_OFF: 'PHONE', NO_NEWS: 'TRUSTED' }

/** Somebody tried, and reached nobody: by which way, and what met them. */
export const attemptForm = form({
  noun: 'followups',
  fields: {
    channel: shared.channel,
    result: code('attempt_result', { as: 'radio' }),
    followedOn: shared.followedOn,
    words: shared.words,
  },
  check: ({ channel, result }): FieldErrors => {
    const only = ONLY_BY[result]
    return only && channel && only !== channel ? { result: 'not-by-this-way' } : {}
  },
})

/** Everything looked at again: with whom, what changed, and what follows. */
export const reviewForm = form({
  noun: 'followups',
  fields: {
    reviewedOn: day({ preset: 'today', notBefore: CASEWORK_BEGAN, notAfter: 'today', lean: 'past' }),
    saidWith: code('review_with', { as: 'radio' }),
    changed: codeList('review_change'),
    leadsTo: code('review_leads', { as: 'radio' }),
    words: shared.words,
  },
})
