import { Box } from '@/app/_ui/layout'
import { Ahead } from '@/app/_ui/timeline'
import { partnerName } from '@/lib/base/codes/codes'
import type { CheckView } from '@/lib/desks/referral/wizard'
import { PRIORITIES, REFERRAL_RULES } from '@/lib/engines/clocks/rules'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: CheckView; emergency?: boolean | undefined }

/** What happens after the button, each step with its clock. */
export function WhatNext({ page, view, emergency }: Props) {
  const { t, locale } = page
  const partner = partnerName(view.partner, locale)
  const rules = REFERRAL_RULES[PRIORITIES.find((one) => one === view.priority) ?? 'NORMAL']
  const within = ({ limit, unit }: { limit: number; unit: string }) =>
    t(unit === 'HOURS' && limit % 24 !== 0 ? 'referrals.next.hours' : 'referrals.next.days', {
      count: unit === 'HOURS' && limit % 24 === 0 ? limit / 24 : limit,
    })
  const ours = emergency
    ? [{ side: 'us' as const, title: t('referrals.next.review'), detail: within(rules.review) }]
    : [
        { side: 'us' as const, title: t('referrals.next.approve'), detail: within(rules.approve) },
        { side: 'us' as const, title: t('referrals.next.hold'), detail: t('referrals.next.hold.more') },
      ]
  return (
    <Box ground title={t('referrals.next.title')}>
      <Ahead
        steps={[
          ...ours,
          {
            side: 'them',
            title: t('referrals.next.acknowledge', { partner }),
            detail: within(rules.acknowledge),
          },
          { side: 'them', title: t('referrals.next.decide', { partner }), detail: within(rules.decide) },
          { title: t('referrals.next.verify'), detail: t('referrals.next.verify.more') },
        ]}
      />
    </Box>
  )
}
