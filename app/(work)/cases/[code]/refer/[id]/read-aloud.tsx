import { Details } from '@/app/_ui/details'
import { partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { aloudInArabic, hearsArabic, readAloud, spokenService } from '@/lib/casework/consents/read-aloud'
import { spokenContents, spokenValues } from '@/lib/casework/referrals/sharing/spoken-values'
import type { CheckView } from '@/lib/desks/referral/wizard'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: CheckView }

/**
 * What the person hears before they answer: to whom, for which service, each content in plain words, until when, what
 * stays here, and that a no changes nothing. Where they answer in Arabic, the same to be read in Arabic.
 */
export function ReadAloud({ page, view }: Props) {
  const { t, locale } = page
  const { leaving, source, context } = view.preview
  const values = { ...spokenValues(source), contents: spokenContents(source, page) }
  const { said, notShared } = readAloud(leaving, values, locale, context.isChild)
  const partner = partnerName(view.partner, locale)
  const service = spokenService(view.service, locale)
  const until = view.until && day(locale, view.until)
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
        <p>
          {until
            ? t('referrals.wizard.aloud.until', { partner, day: until })
            : t('referrals.wizard.aloud.while', { partner })}{' '}
          {t('referrals.wizard.aloud.ask')}
        </p>
      </blockquote>
      {hearsArabic(view.language) && (
        <Details summary={t('referrals.wizard.aloud.arabic')} open>
          <blockquote className="prose" lang="ar" dir="rtl">
            <p>
              {aloudInArabic(
                {
                  partner,
                  service: view.service,
                  until: view.until && day('fr', view.until),
                  ticked: leaving,
                  child: context.isChild,
                },
                spokenValues(source),
              )}
            </p>
          </blockquote>
        </Details>
      )}
    </section>
  )
}
