import { isCode } from '@/lib/base/codes/codes'
import { newPurposes, SHARED } from './form'

/** What one more answer is about: its purpose, and the organisation where something of the person goes to one. */
export type AnswerAbout = { purpose: (typeof newPurposes)[number]; partner: string | null }

/** From what an address or a draft says; undefined until both are known that are needed. PURE. */
export function answerAbout(said: { purpose?: unknown; partner?: unknown }): AnswerAbout | undefined {
  const purpose = newPurposes.find((known) => known === said.purpose)
  if (!purpose) return undefined
  if (!SHARED.includes(purpose)) return { purpose, partner: null }
  return isCode('partner', said.partner) ? { purpose, partner: said.partner } : undefined
}
