import type { CheckView } from '@/lib/desks/referral/wizard'
import type { Page } from '@/lib/platform/gate/read'

/** Who decides next, by name where it is one person. */
export function sendLabel({ t }: Pick<Page<unknown>, 't'>, { supervisors }: Pick<CheckView, 'supervisors'>) {
  const [only, ...others] = supervisors
  return only && others.length === 0
    ? t('referrals.wizard.send-to', { name: only.name })
    : t('referrals.wizard.send-to-supervisor')
}
