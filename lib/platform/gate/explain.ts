import { isMessageKey, type Translate } from '@/lib/base/i18n/translate'
import type { Refusal } from '@/lib/base/request/request-record'
import type { Actor } from '../access/actor'

/**
 * Not there and out of reach are one answer. An agency has no supervision here and no work of ours to go back to: it is
 * sent to its own list.
 */
export function notThere({ role, link }: Pick<Actor, 'role' | 'link'>, t: Translate): Refusal {
  const refusal = { status: 404, reason: 'not-found' }
  if (role !== 'PARTNER_FP') return refusal
  if (link) return { ...refusal, values: { lead: t('links.not-there') }, links: [backTo(link, t)] }
  return {
    ...refusal,
    values: { lead: t('inbox.not-there') },
    links: [{ href: '/inbox', label: t('inbox.to-list') }],
  }
}

const backTo = (link: string, t: Translate) => ({ href: `/inbox/${link}`, label: t('links.to-it') })

/**
 * A policy's reason as a 403 that explains itself: `referral-OWN_WORK` has its sentence with the referral's words.
 * `back`: the page of what it is about.
 */
export function explained(reason: string, t: Translate, back?: string): Refusal {
  const key = reason.replace(/^referral-/, 'referrals.refusal.')
  const refusal = { status: 403, reason, ...(isMessageKey(key) && { values: { lead: t(key) } }) }
  return back ? { ...refusal, links: [{ href: back, label: t('forms.overtaken-open') }] } : refusal
}
