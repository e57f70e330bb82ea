import { Note } from '@/app/_ui/note'
import { label, partnerName } from '@/lib/base/codes/codes'
import { spoken } from '@/lib/casework/referrals/sharing/spoken'
import type { CheckView } from '@/lib/desks/referral/wizard'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: CheckView }

/** The sentence with this partner, this service and this content: what the consent row will say. */
export function ReadAloud({ page, view }: Props) {
  const { t, locale } = page
  const { leaving, source } = view.preview
  const { said, notShared, unsayable } = spoken(leaving, source, locale)
  const codes = unsayable.map((code) => label('specific_need', code, locale)).join(', ')
  return (
    <section>
      <h2>{t('referrals.wizard.aloud.title')}</h2>
      {unsayable.length > 0 && <Note tone="late">{t('referrals.wizard.aloud.unsayable', { codes })}</Note>}
      <blockquote className="prose" lang={locale}>
        <p>
          {t('referrals.wizard.aloud.list', {
            facts: said.join(', '),
            partner: partnerName(view.partner, locale),
            service: label('service_type', view.service, locale).toLowerCase(),
          })}
        </p>
        <p>{t('referrals.wizard.aloud.stays', { kept: notShared.join(', ') })}</p>
      </blockquote>
    </section>
  )
}
