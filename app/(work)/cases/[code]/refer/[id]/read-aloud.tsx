import { partnerName } from '@/lib/base/codes/codes'
import { readAloud, spokenService } from '@/lib/casework/consents/read-aloud'
import { spokenValues } from '@/lib/casework/referrals/sharing/spoken-values'
import type { CheckView } from '@/lib/desks/referral/wizard'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: CheckView }

/** What the person hears before they answer: with this partner, for this service, each content in plain words, and what stays here. */
export function ReadAloud({ page, view }: Props) {
  const { t, locale } = page
  const { leaving, source, context } = view.preview
  const { said, notShared } = readAloud(leaving, spokenValues(source), locale, context.isChild)
  const partner = partnerName(view.partner, locale)
  const service = spokenService(view.service, locale)
  return (
    <section>
      <h2>{t('referrals.wizard.aloud.title')}</h2>
      <blockquote className="prose" lang={locale}>
        <p>{t('referrals.wizard.aloud.said', { partner, service })}</p>
        <ul>
          {said.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p>{t('referrals.wizard.aloud.kept')}</p>
        <ul>
          {notShared.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p>{t('referrals.wizard.aloud.ask')}</p>
      </blockquote>
    </section>
  )
}
