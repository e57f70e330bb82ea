import { ClockView } from '@/app/_frame/clock-view'
import { ButtonLink } from '@/app/_ui/button'
import { Vital, type VitalCell } from '@/app/_ui/vital'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { triageClock } from '@/lib/casework/alerts/due'
import { contactLines, contactStop } from '@/lib/casework/cases/contact'
import type { CaseFile } from '@/lib/desks/case-file/case-file'
import type { FileAlert } from '@/lib/desks/case-file/file-alerts'
import { whenceWords } from '@/lib/desks/triage/words'
import type { Framed } from './case-frame'
import { restrictedCell } from './restricted-cell'
import { riskCell } from './risk-cell'

/** What the person and whoever met them first said, for as long as the case lives. */
export function CaseStrip({ file, page }: { file: CaseFile; page: Framed }) {
  const { t } = page
  const cells = [
    contactCell(file, page),
    dangerCell(file, page),
    restrictedCell({ file, page }),
    riskCell({ file, page }),
    alertCell(file.alerts[0], page),
  ].filter((cell) => cell !== null)
  return <Vital label={t('cases.vital.label')} cells={cells} />
}

/** Who said it, when, and the way round. */
function contactCell(file: CaseFile, { t, locale }: Framed): VitalCell | null {
  const { record } = file.head.reach
  const { safeContact, identity } = file.head.person
  if (contactStop({ ...record, safeContact }) === null) return null
  const said = file.alerts.find((alert) => alert.contactAgreed === 'NO')
  const lines = contactLines({ ...record, safeContact, detail: identity.contactDetail }, said)
  return {
    key: 'contact',
    icon: 'call',
    stop: true,
    title: t('cases.vital.no-contact'),
    children: (
      <>
        {lines.map(({ source, way, words }, index) => (
          <p key={source}>
            {way && <b>{label('safe_contact', way, locale)}. </b>}
            {words && lines.findIndex((line) => line.words === words) === index && (
              <bdi>{t('cases.vital.words', { words })}</bdi>
            )}{' '}
            {source === 'alert' && said
              ? t('cases.vital.said-in-alert', { at: moment(locale, new Date(said.raisedAt)), by: said.by })
              : t('cases.vital.said-in-file')}
          </p>
        ))}
        {file.head.may.work && (
          <p>
            <a href={`/cases/${record.code}/call`}>{t('cases.vital.before-calling')}</a>
          </p>
        )}
      </>
    ),
  }
}

/** A danger somebody flagged, by its word alone; the note behind it stays closed. */
function dangerCell(file: CaseFile, page: Framed): VitalCell | null {
  const { t, locale } = page
  if (file.flags.length === 0) return null
  const { code } = file.head.reach.record
  return {
    key: 'danger',
    icon: 'warn',
    title: t('cases.vital.danger'),
    children: file.flags.map((flag) => (
      <div key={flag.id} className="stack tight">
        <p>
          <b>{label('danger_flag', flag.code, locale)}</b>
        </p>
        <p>{t('cases.vital.danger-by', { by: flag.by, at: moment(locale, new Date(flag.at)) })}</p>
        {flag.mine && file.head.may.work && (
          <ButtonLink calm small href={`/cases/${code}/danger/${flag.id}`}>
            {t('cases.vital.danger-over')}
          </ButtonLink>
        )}
      </div>
    )),
  }
}

/** The newest alert: what was seen, the raiser's words, and its own clock, met or not. */
function alertCell(alert: FileAlert | undefined, page: Framed): VitalCell | null {
  if (!alert) return null
  const { t, locale, actor } = page
  const raisedAt = new Date(alert.raisedAt)
  const clock = triageClock(
    { ...alert, raisedAt, triagedAt: alert.triagedAt ? new Date(alert.triagedAt) : null },
    actor.now,
  )
  const seen = alert.vulnerabilities.filter((one) => one !== 'NONE')
  return {
    key: 'alert',
    icon: 'warn',
    title: t('cases.vital.alert', { urgency: t(`cases.vital.urgency.${alert.urgency}` as never) }),
    children: (
      <>
        {seen.length > 0 && (
          <p>
            <b>{seen.map((one) => wordingOf(t, `alerts.vulnerabilities.${one}`, one)).join(', ')}</b>
          </p>
        )}
        {alert.words && alert.contactAgreed !== 'NO' && (
          <p>
            <bdi>{t('cases.vital.words', { words: alert.words })}</bdi>
          </p>
        )}
        <p>
          {t('cases.vital.raised', {
            at: moment(locale, raisedAt),
            by: alert.by,
            place: whenceWords(alert.place, locale),
          })}
        </p>
        {clock && <ClockView clock={clock} t={t} />}
      </>
    ),
  }
}
