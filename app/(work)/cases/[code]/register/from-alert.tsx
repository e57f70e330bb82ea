import { Vital } from '@/app/_ui/vital'
import { label } from '@/lib/base/codes/codes'
import { day, moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { FileAlert } from '@/lib/desks/case-file/file-alerts'
import { whenceWords, whoWords } from '@/lib/desks/triage/words'
import type { Framed } from '../case-frame'

/** All that whoever met the person first said of them, on every page of registration; the name is on its own page. */
export function FromAlert({ alerts, page }: { alerts: readonly FileAlert[]; page: Framed }) {
  const { t } = page
  const cells = alerts.map((alert) => ({
    key: alert.id,
    icon: 'warn' as const,
    title: t('cases.vital.alert', { urgency: t(`cases.vital.urgency.${alert.urgency}` as never) }),
    stop: alert.contactAgreed === 'NO',
    children: <Said alert={alert} page={page} />,
  }))
  return <Vital label={t('cases.register.from-alert')} cells={cells} />
}

function Said({ alert, page: { t, locale } }: { alert: FileAlert; page: Framed }) {
  const say = (key: string, code: string) => wordingOf(t, `alerts.${key}.${code}`, code)
  return (
    <>
      <p>
        {whoWords(alert, t)}. {label('nationality', alert.nationality, locale)}.{' '}
        <b>{alert.vulnerabilities.map((one) => say('vulnerabilities', one)).join(', ')}</b>
      </p>
      <p>
        <small>{t('alerts.view.contact')}</small> <b>{say('contactAgreed', alert.contactAgreed)}</b>{' '}
        {alert.words && <q dir="auto">{alert.words}</q>}
      </p>
      <p>
        <small>{t('alerts.view.seen')}</small> {day(locale, alert.seenOn)}.{' '}
        {t('cases.vital.raised', {
          at: moment(locale, new Date(alert.raisedAt)),
          by: alert.by,
          place: whenceWords(alert.place, locale),
        })}
      </p>
    </>
  )
}
