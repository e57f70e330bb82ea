/** Where the sealed parts of a referral live. PURE. */
export const draftPlace = (id: string) => ({ table: 'app.referrals', column: 'draft', row: id })
export const sharePlace = (id: string) => ({ table: 'app.shares', column: 'payload', row: id })
export const messagePlace = (id: string) => ({ table: 'app.referral_messages', column: 'body', row: id })
export const commentPlace = (id: string, version: number) => ({
  table: 'app.referral_comments',
  column: 'body',
  row: `${id} ${version}`,
})
export const checkPlace = (id: string) => ({ table: 'app.verifications', column: 'note', row: id })
export const harmPlace = (id: string) => ({ table: 'app.harm_reports', column: 'words', row: id })
export const pseaPlace = (id: string) => ({ table: 'app.psea_reports', column: 'words', row: id })

/** What is sealed of a referral while it is ours: the need in words and where to meet. */
export type ReferralDraft = {
  reasonText: string
  meetingPlace: string
  askedByPerson: boolean
  /** Asked although they said "do not contact": they agree that this partner does. */
  contactAgreed?: boolean | undefined
  /** Documents of the case that are to go along. */
  papers?: readonly string[] | undefined
  /** What the person answered when asked; becomes a consent row when the referral is submitted. */
  consent?: ConsentAnswers | undefined
}

/** `EXISTING`: an earlier consent is to carry this referral. */
export type ConsentAnswers = {
  answer: 'GIVEN' | 'ASSENT' | 'NOT_POSSIBLE' | 'EXISTING'
  mode: string
  giver: string
  language: string
  witness: string
  /** What the answer is judged by; '' where it was not asked. */
  caregiver: string
  capacity: string
  danger: string
  reason: string
  /** Why somebody doubts since the person's own no that they can decide; absent where it was not asked. */
  doubt?: string | undefined
  /** When the person answered; absent on drafts from before it was kept. */
  askedAt?: string | undefined
}
