import { label, partnerName } from '@/lib/base/codes/codes'
import { NEVER_KEYS } from '@/lib/casework/consents/facts'
import type { CheckView } from '@/lib/desks/referral/wizard'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: CheckView }

/** The sentence with this partner, this service and this list: what the consent row will say. */
export function ReadAloud({ page, view }: Props) {
  const { t, locale } = page
  const names = (keys: readonly string[], of: 'fact' | 'neverItem') =>
    keys.map((key) => t(`referrals.${of}.${key}` as never)).join(', ')
  return (
    <section>
      <h2>{t('referrals.wizard.aloud.title')}</h2>
      <blockquote className="prose" lang={locale}>
        <p>
          {t('referrals.wizard.aloud.list', {
            facts: names(view.preview.leaving, 'fact').toLowerCase(),
            partner: partnerName(view.partner, locale),
            service: label('service_type', view.service, locale).toLowerCase(),
            kept: names(NEVER_KEYS.slice(0, 3), 'neverItem').toLowerCase(),
          })}
        </p>
      </blockquote>
    </section>
  )
}
