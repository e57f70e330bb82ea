import { FACT_KEYS, type FactKey } from '@/lib/casework/consents/facts'
import { type Grant, grantNow } from '@/lib/casework/referrals/exchange/grant'
import type { ReferralInReach } from '@/lib/casework/referrals/reach/scope'
import { fingerprintOf } from '@/lib/casework/services/recipient'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** Which facts leave with a grant: said in the log, without a word of them. PURE. */
export const factsIn = ({ record }: Pick<Grant, 'record'>): FactKey[] =>
  FACT_KEYS.filter((key) => record.facts[key] !== undefined)

/** The ways by which a referral leaves on paper or as a file, and what would be in it; without, once its agency reads nothing more. */
export async function prepareExchange(reading: Reading, id: string) {
  const granted = await grantNow(reading, id)
  if ('grant' in granted) {
    const { grant, subject } = granted
    const { found, follows, recipient } = grant
    const print = recipient ? fingerprintOf(recipient) : undefined
    return { view: { ...keptOf(found), leaves: { facts: factsIn(grant), follows, print } }, subject }
  }
  if ('refused' in granted && granted.found)
    return { view: { ...keptOf(granted.found), leaves: undefined }, subject: granted.subject }
  return granted
}

const keptOf = ({
  caseCode: code,
  referral: { id, service, partnerCode: partner, entryId },
}: ReferralInReach) => ({
  id,
  code,
  service,
  partner,
  entryId,
})

export const FORM_LANGUAGES = ['fr', 'en'] as const

/** The form as it is printed now. Each opening is in the log as a print, with what stood on it. */
export async function printForm(reading: Reading, id: string, query: Query) {
  const granted = await grantNow(reading, id)
  if (!('grant' in granted)) return granted
  const { grant, subject } = granted
  const language = FORM_LANGUAGES.find((one_) => one_ === one(query, 'language')) ?? reading.actor.locale
  /** The person's own sheet is printed only where they said that they can have it on them. */
  const carried = one(query, 'carry') === 'SAFE'
  return {
    view: { id, grant, language: language === 'en' ? ('en' as const) : ('fr' as const), carried },
    subject,
    detail: { language, copies: carried ? 3 : 2, facts: factsIn(grant) },
  }
}
export type PrintedForm = Extract<Awaited<ReturnType<typeof printForm>>, { view: unknown }>['view']
