import { Facts } from '@/app/_ui/facts'
import { Note } from '@/app/_ui/note'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { AlertView } from '@/lib/casework/alerts/queries'
import { whenceWords } from '@/lib/desks/triage/words'
import type { Page } from '@/lib/platform/gate/read'

type Props = { alert: AlertView; page: Omit<Page<unknown>, 'view'> }

/** "Do not contact", where the person said so: before any of the ways on. */
export function ContactStop({ alert, page: { t } }: Props) {
  return alert.contactAgreed === 'NO' ? (
    <Note tone="late" icon="call">
      <b>{t('alerts.view.no-contact')}</b> {t('alerts.view.no-contact-more')}
    </Note>
  ) : null
}

/** What whoever met the person saw and wrote, beside the decision about it. */
export function AlertBrief({ alert, page }: Props) {
  const { t, locale } = page
  const seen = alert.vulnerabilities.map((one) => wordingOf(t, `alerts.vulnerabilities.${one}`, one))
  return (
    <>
      <ContactStop alert={alert} page={page} />
      <Facts
        facts={[
          { term: t('alerts.vulnerabilities.label'), value: seen.join(', ') },
          {
            term: t('alerts.safeContact.label'),
            value: <bdi>{alert.identity?.safeContact || t('alerts.view.unknown')}</bdi>,
          },
          {
            term: t('alerts.view.place'),
            value: `${whenceWords(alert.place, locale)}, ${moment(locale, alert.raisedAt)}`,
          },
        ]}
      />
    </>
  )
}
