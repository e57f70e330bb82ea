import { Tag } from '@/app/_ui/tag'
import type { Translate } from '@/lib/base/i18n/translate'

const tones = { EMERGENCY: 'urgent', URGENT: 'soon', NORMAL: undefined } as const
const words = {
  EMERGENCY: 'alerts.tag.EMERGENCY',
  URGENT: 'alerts.tag.URGENT',
  NORMAL: 'alerts.tag.NORMAL',
} as const

/** 24 h, 72 h or two weeks: the promise behind an alert or a referral. */
export function UrgencyTag({ urgency, t }: { urgency: string; t: Translate }) {
  const known = urgency === 'EMERGENCY' || urgency === 'URGENT' ? urgency : 'NORMAL'
  return <Tag tone={tones[known]}>{t(words[known])}</Tag>
}
