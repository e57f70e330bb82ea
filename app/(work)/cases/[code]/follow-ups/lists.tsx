import { Table } from '@/app/_ui/table'
import { label } from '@/lib/base/codes/codes'
import { day, moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { FollowUpsView, ShownAppointment } from '@/lib/desks/case-file/view-follow-ups'
import type { Framed } from '../case-frame'
import { whatOf } from './what-of'

type Props = { view: FollowUpsView; page: Framed }

/** Every appointment, those to come first; what another discipline's own is stays neutral. */
export function Appointments({ view: { head, appointments, may }, page }: Props) {
  const { t, locale } = page
  const { code } = head.reach.record
  if (appointments.length === 0) return <p className="meta">{t('appointments.list.empty')}</p>
  const words = (['when', 'what', 'where', 'state'] as const).map((name) => ({
    label: t(`appointments.list.${name}`),
  }))
  return (
    <Table
      caption={t('appointments.list.caption')}
      quietCaption
      columns={[...words, { label: t('appointments.list.open'), quiet: true }]}
      rows={appointments.map((one) => ({
        key: one.id,
        cells: [
          moment(locale, one.at),
          <Along key="what" one={one} page={page} />,
          <bdi key="where">{one.place}</bdi>,
          stateOf(one, page),
          may && one.state === 'PLANNED' ? (
            <a key="open" href={`/cases/${code}/appointments/${one.id}`}>
              {t('appointments.list.open')}
              <span className="vh"> {moment(locale, one.at)}</span>
            </a>
          ) : (
            ''
          ),
        ],
      }))}
      narrow="cards"
    />
  )
}

function Along({ one, page }: { one: ShownAppointment; page: Framed }) {
  return (
    <>
      {whatOf(one, page)}
      {one.along && (
        <>
          {', '}
          <bdi>{page.t('appointments.along', { name: one.along })}</bdi>
        </>
      )}
    </>
  )
}

function stateOf({ state, reason }: ShownAppointment, { t, locale }: Framed): string {
  const list = state === 'MISSED' ? 'appointment_missed' : 'appointment_cancelled'
  const words = wordingOf(t, `appointments.state.${state}`, state)
  return reason ? `${words} : ${label(list, reason, locale)}` : words
}

/** Contacts and attempts, newest first. */
export function Contacts({ view: { follow }, page: { t, locale } }: Props) {
  return (
    <Table
      caption={t('followups.list.caption')}
      quietCaption
      columns={(['when', 'what', 'outcome', 'words', 'by'] as const).map((name) => ({
        label: t(`followups.list.${name}`),
      }))}
      rows={follow.map((one) => ({
        key: one.id,
        cells: [
          day(locale, one.on),
          `${label('followup_type', one.type, locale)}, ${label('contact_channel', one.channel, locale)}`,
          [
            label('followup_outcome', one.outcome, locale),
            one.result && label('attempt_result', one.result, locale),
            one.nextOn && t('followups.list.next', { on: day(locale, one.nextOn) }),
            one.laterReason && label('later_contact_reason', one.laterReason, locale),
          ]
            .filter(Boolean)
            .join(' · '),
          <bdi key="words">{one.words}</bdi>,
          <bdi key="by">{one.by}</bdi>,
        ],
      }))}
      narrow="cards"
    />
  )
}

/** Reviews, newest first: with whom, what changed, what follows. */
export function Reviews({ view: { reviews }, page: { t, locale } }: Props) {
  return (
    <Table
      caption={t('followups.list.caption')}
      quietCaption
      columns={[
        { label: t('followups.list.when') },
        { label: t('followups.saidWith.label') },
        { label: t('followups.changed.label') },
        { label: t('followups.leadsTo.label') },
        { label: t('followups.list.words') },
        { label: t('followups.list.by') },
      ]}
      rows={reviews.map((one) => ({
        key: one.id,
        cells: [
          day(locale, one.on),
          label('review_with', one.saidWith, locale),
          one.changed.map((code) => label('review_change', code, locale)).join(' · '),
          label('review_leads', one.leadsTo, locale),
          <bdi key="words">{one.words}</bdi>,
          <bdi key="by">{one.by}</bdi>,
        ],
      }))}
      narrow="cards"
    />
  )
}
