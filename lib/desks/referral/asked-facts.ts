import type { Asked } from './referral-file'

type Fact = {
  term: 'referrals.received.label' | 'referrals.satisfied.label' | 'referrals.page.wants-now'
  name: 'received' | 'satisfied' | 'wanted'
  code: string
}

/** What the person answered, for whoever may read it: with a no, also what they want now. PURE. */
export const askedFacts = ({ received, satisfied, wanted }: Asked): Fact[] => [
  { term: 'referrals.received.label', name: 'received', code: received },
  { term: 'referrals.satisfied.label', name: 'satisfied', code: satisfied },
  ...(wanted ? [{ term: 'referrals.page.wants-now', name: 'wanted', code: wanted } as const] : []),
]
