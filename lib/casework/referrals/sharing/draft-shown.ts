import type { ReferralDraft } from '@/lib/base/addresses/referral-places'
import type { RawValues } from '@/lib/base/forms/form'
import { isRequired } from '@/lib/casework/consents/facts'
import type { ReferralRow } from '../reach/scope'
import { factValue } from './fact-values'
import { needToKnow } from './need-to-know'
import type { Preview } from './preview-queries'

/**
 * A draft as its pages show it, field by field: what a form is sent against, and what a colleague's change is compared
 * with. A box that cannot be ticked is no answer. PURE.
 */
const ticked = (name: string, yes: boolean | undefined): RawValues => (yes ? { [name]: 'on' } : {})

export function consentShown({ consent }: ReferralDraft): Record<string, string> {
  const { doubt = '', askedAt: _, ...said } = consent ?? {}
  return { ...said, doubt }
}

type Chosen = Pick<ReferralRow, 'service' | 'entryId' | 'priority'>

/** Page 2. Until a partner is chosen nobody has chosen how urgent it is either. */
export const serviceShown = ({ service, entryId, priority }: Chosen, draft: ReferralDraft): RawValues => ({
  service,
  entry: entryId ?? '',
  priority: entryId === null ? '' : priority,
  reasonText: draft.reasonText,
  meetingPlace: draft.meetingPlace,
  ...ticked('askedByPerson', draft.askedByPerson),
})

/** Page 3. Required facts leave whatever is ticked, and what is not known or never leaves cannot be. */
export function shareShown(
  { withoutName }: Pick<ReferralRow, 'withoutName'>,
  { source, context, ticked: facts, draft }: Pick<Preview, 'source' | 'context' | 'ticked' | 'draft'>,
): RawValues {
  const open = facts.filter(
    (fact) =>
      fact !== 'papers' &&
      !isRequired(fact) &&
      factValue(fact, source) !== undefined &&
      needToKnow(source.service, fact, context).rule !== 'never',
  )
  return {
    facts: open,
    papers: facts.includes('papers') ? (source.papers ?? []).map(({ id }) => id) : [],
    ...ticked('withoutName', withoutName),
    ...ticked('contactAgreed', draft.contactAgreed),
  }
}
