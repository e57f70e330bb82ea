import type { CodeOf } from '@/lib/base/codes/lists'
import type { CaseViewName, Sort } from '@/lib/casework/views/filter'
import type { ViewName } from '@/lib/casework/views/forms'

/** A case offered to another office, or to another agency on the person's consent to that; with the agency's yes, if it came. */
export type Offer = {
  id: string
  at: string
  to: { office: string } | { partner: CodeOf<'partner'>; consentId: string }
  reason: CodeOf<'transfer_reason'>
  words: string
  yes?: { at: string; how: 'PHONE' | 'MEETING'; who: string }
}

/** A view of the case list that somebody keeps, for themselves or as its supervisor for an office. */
export type KeptView = {
  id: string
  byId: string
  office: string | null
  name: ViewName
  view: CaseViewName
  sort: Sort
  at: string
}
