import { partnerName } from '@/lib/base/codes/codes'
import { dayNear } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { isoDayOf } from '@/lib/base/time/days'
import { isLate } from '@/lib/base/time/late'
import { isTheirs, turnNow } from '@/lib/casework/cases/lines'
import { REFERRAL_STATES, STATES } from '@/lib/casework/referrals/machine/states'
import { taskName } from '@/lib/desks/work/due-words'
import type { Actor } from '@/lib/platform/access/actor'
import type { LineRow } from './line-rows'

type Words = { t: Translate; locale: Locale; actor: Actor }

const atPartner: readonly string[] = REFERRAL_STATES.filter((state) => STATES[state].turn === 'them')

/** The step in a few words: "Relancer l’UNICEF", "Première action". A restricted case says only that something falls due. PURE. */
export function stepWords(row: LineRow, { t, locale, actor }: Words): string {
  if (row.sensitivity !== 'S3') return t(row.due === null ? 'cases.step.none' : 'cases.step.sealed')
  const partner = row.partner ? partnerName(row.partner, locale) : ''
  switch (row.subjectType) {
    case 'referral': {
      const state = row.referralState ?? ''
      if (row.turn === 'SUPERVISOR' && atPartner.includes(state)) return t('cases.step.review')
      const late = row.due !== null && isLate(row.due, actor.now)
      if (late && atPartner.includes(state)) return t('cases.step.remind', { partner })
      return wordingOf(t, `cases.step.${state}`, t('cases.step.sealed'), { partner })
    }
    case 'task':
      return taskName(row.taskKind ?? '', { t, locale })
    case 'case':
      if (row.state === 'DRAFT') return t('cases.step.register')
      if (row.state === 'PENDING_CLOSURE')
        return t(row.due === null ? 'cases.step.closing' : 'cases.step.contact-closing')
      return row.dueKind === 'first-action' ? t('cases.step.first-action') : t('cases.step.follow-up')
    default:
      return t('cases.step.none')
  }
}

/** Whose turn it is: yours, ours, the supervisor's, or a partner's by name. PURE. */
export function turnWords(row: LineRow, { t, locale, actor }: Words): { side: 'us' | 'them'; words: string } {
  const turn = turnNow(row, actor.now)
  if (turn === 'PARTNER') {
    const name = row.sensitivity === 'S3' && row.partner ? partnerName(row.partner, locale) : undefined
    return {
      side: 'them',
      words: name ? t('cases.turn.partner', { partner: name }) : t('cases.turn.a-partner'),
    }
  }
  const words = isTheirs(actor, { ...row, turn }) ? 'yours' : turn === 'SUPERVISOR' ? 'supervisor' : 'ours'
  return { side: 'us', words: t(`cases.turn.${words}`) }
}

const DAY_MS = 86_400_000

/** "il y a 5 j" and the day it was; "pas encore" with the day it began. PURE. */
export function contactWords(
  { lastContactOn, opened }: Pick<LineRow, 'lastContactOn' | 'opened'>,
  { t, locale, actor }: Words,
): { ago: string; on: string } {
  const today = isoDayOf(actor.now)
  if (!lastContactOn)
    return {
      ago: t('cases.contact.never'),
      on: t('cases.contact.since', { on: dayNear(locale, new Date(opened), actor.now) }),
    }
  const days = Math.round((Date.parse(today) - Date.parse(lastContactOn)) / DAY_MS)
  return {
    ago: t('cases.contact.ago', { days: Math.max(0, days) }),
    on: dayNear(locale, lastContactOn, actor.now),
  }
}
