import { ClockView } from '@/app/_frame/clock-view'
import { UrgencyTag } from '@/app/_frame/urgency-tag'
import { ButtonLink } from '@/app/_ui/button'
import { Facts } from '@/app/_ui/facts'
import { Head } from '@/app/_ui/head'
import { Row, Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { day, moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { triageClock } from '@/lib/casework/alerts/due'
import type { AlertView } from '@/lib/casework/alerts/queries'
import type { AlikeFile } from '@/lib/casework/likeness/alike-alert'
import { whenceWords, whoWords } from '@/lib/desks/triage/words'
import type { Page } from '@/lib/platform/gate/read'
import { ContactStop } from './alert-brief'
import { alikeWho, alikeWhy } from './alike'
import { FromAgency } from './from-agency'

type Props = {
  alert: AlertView
  alike: AlikeFile[]
  done?: string | undefined
  page: Omit<Page<unknown>, 'view'>
}

/** The alert as its supervisor reads it, who it may be, and the three ways on. */
export function AlertFacts({ alert, alike, done, page }: Props) {
  const { t, locale, actor } = page
  const clock = triageClock(alert, actor.now)
  const say = (key: string, code: string) => wordingOf(t, `alerts.${key}.${code}`, code)
  const name = [alert.identity?.given, alert.identity?.family].filter(Boolean).join(' ')
  return (
    <>
      <Head
        title={t('alerts.view.title', { code: alert.code })}
        above={<UrgencyTag urgency={alert.urgency} t={t} />}
        meta={t('alerts.view.raised', {
          at: moment(locale, alert.raisedAt),
          place: whenceWords(alert.place, locale),
        })}
        actions={clock && <ClockView clock={clock} t={t} />}
      />
      {(done === 'told' || done === 'taken-in') && (
        <Note tone="good" icon="ok" live>
          {t(done === 'told' ? 'inbound.told.done' : 'inbound.taken-in')}
        </Note>
      )}
      <ContactStop alert={alert} page={page} />
      <Section title={t('alerts.view.person')} tight>
        <Facts
          facts={[
            { term: t('alerts.view.name'), value: <bdi>{name || t('alerts.view.unknown')}</bdi> },
            { term: t('alerts.view.who'), value: whoWords(alert, t) },
            { term: t('alerts.nationality.label'), value: label('nationality', alert.nationality, locale) },
            {
              term: t('alerts.vulnerabilities.label'),
              value: alert.vulnerabilities.map((one) => say('vulnerabilities', one)).join(', '),
            },
            { term: t('alerts.view.seen'), value: day(locale, alert.seenOn) },
            { term: t('alerts.view.contact'), value: say('contactAgreed', alert.contactAgreed) },
            {
              term: t('alerts.safeContact.label'),
              value: alert.identity?.safeContact || t('alerts.view.unknown'),
            },
          ]}
        />
      </Section>
      <FromAgency alert={alert} page={page} />
      {alert.state === 'NEW' && <MaybeKnown id={alert.id} alike={alike} page={page} />}
      {alert.state === 'NEW' ? <Decide id={alert.id} page={page} /> : <Outcome alert={alert} page={page} />}
    </>
  )
}

/** Files in reach that the alert may belong to; what is out of reach is compared in the background and says nothing here. */
function MaybeKnown({ id, alike, page }: { id: string; alike: AlikeFile[] } & Framed) {
  const { t } = page
  return (
    <Section title={t('alerts.candidate.title', { count: alike.length })} tight>
      {alike.length > 0 && (
        <ul className="ticks">
          {alike.map((one) => (
            <li key={one.file.id}>
              <a href={`/alerts/${id}/link?case=${one.file.code}`}>{alikeWho(one, page)}</a>{' '}
              <small>{alikeWhy(one, page)}</small>
            </li>
          ))}
        </ul>
      )}
      <p className="meta">{t('same.background')}</p>
    </Section>
  )
}

type Framed = { page: Omit<Page<unknown>, 'view'> }

function Decide({ id, page: { t } }: { id: string } & Framed) {
  return (
    <Section title={t('alerts.view.decide')} tight>
      <Row>
        <ButtonLink href={`/alerts/${id}/open`}>{t('alerts.view.open')}</ButtonLink>
        <ButtonLink calm href={`/alerts/${id}/link`}>
          {t('alerts.view.link')}
        </ButtonLink>
        <ButtonLink calm href={`/alerts/${id}/close`}>
          {t('alerts.view.close')}
        </ButtonLink>
      </Row>
    </Section>
  )
}

function Outcome({ alert, page: { t } }: { alert: AlertView } & Framed) {
  return (
    <Section title={t('alerts.view.outcome')} tight>
      <Note tone="good">
        <b>{wordingOf(t, `alerts.state.${alert.state}`, alert.state)}</b>
        {alert.reason && <> · {wordingOf(t, `alerts.reason.${alert.reason}`, alert.reason)}</>}
        {alert.caseCode && (
          <>
            {' '}
            · <a href={`/cases/${alert.caseCode}`}>{t('alerts.view.to-case', { code: alert.caseCode })}</a>
          </>
        )}
      </Note>
    </Section>
  )
}
