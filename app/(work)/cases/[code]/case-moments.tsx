import { answerWords } from '@/app/_frame/consent-line'
import type { Moment } from '@/app/_ui/timeline'
import { donorName, label, partnerName } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import { day, moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { instrumentOf } from '@/lib/casework/assessments/book'
import { isApart } from '@/lib/casework/assessments/parts'
import { birthOf } from '@/lib/casework/people/birth'
import { eventKey } from '@/lib/casework/referrals/machine/events'
import type { CaseFile } from '@/lib/desks/case-file/case-file'
import type { EventRow } from '@/lib/desks/case-file/timeline'
import type { Framed } from './case-frame'

/** The timeline in words, newest first. */
export const momentsOf = (file: CaseFile, page: Framed): Moment[] =>
  file.events.map((row) => ({
    key: `${row.kind}${row.id}${row.at}`,
    ...(row.kind === 'consent' ? consentMoment(row, file, page) : momentOf(row, file, page)),
  }))

function momentOf(row: EventRow, file: CaseFile, page: Framed): Omit<Moment, 'key'> {
  if (row.kind === 'note') return noteMoment(row, page)
  if (row.kind === 'assistance') return assistanceMoment(row, page)
  if (row.kind === 'withdrawn') return withdrawnMoment(row, page)
  if (row.kind === 'not-confirmed') return notConfirmedMoment(row, page)
  if (row.kind === 'moved') return movedMoment(row, page)
  if (row.kind === 'referral') return referralMoment(row, page)
  if (row.kind === 'follow') return followMoment(row, page)
  if (row.kind === 'review') return reviewMoment(row, page)
  if (row.kind === 'assessed') return assessedMoment(row, file, page)
  if (row.kind === 'plan')
    return { title: wordingOf(page.t, `cases.timeline.plan.${row.a}`, ''), meta: when(row, page) }
  return stepMoment(row, page)
}

const when = ({ at, who }: EventRow, { locale }: Framed) =>
  [moment(locale, new Date(at)), who].filter(Boolean).join(' · ')

function stepMoment(row: EventRow, page: Framed) {
  const { t, locale } = page
  const bodies = {
    opened: row.a && label('identification_source', row.a, locale),
    registered: row.a && t('cases.timeline.risk', { risk: wordingOf(t, `cases.risk.${row.a}`, row.a) }),
  }
  const kind = row.kind as keyof typeof bodies
  return { title: t(`cases.timeline.${kind}`), meta: when(row, page), body: bodies[kind] }
}

/** The lists whose codes a move of the case carries as its reason. */
const REASONS: Partial<Record<string, ListName>> = {
  hold: 'hold_reason',
  reopen: 'reopen_reason',
  'ask-closure': 'closure_reason',
  close: 'closure_reason',
  'offer-transfer': 'transfer_reason',
  'accept-transfer': 'transfer_reason',
  'agency-accepts': 'transfer_reason',
  'refuse-transfer': 'referral_decline_reason',
}

function movedMoment(row: EventRow, page: Framed) {
  const list = REASONS[row.a ?? '']
  return {
    title: wordingOf(page.t, `cases.timeline.${row.a}`, row.a ?? '', {
      to: row.d ? partnerName(row.d, page.locale) : (row.c ?? page.t('cases.timeline.somebody')),
    }),
    meta: when(row, page),
    body: list && row.b ? label(list, row.b, page.locale) : undefined,
  }
}

function noteMoment(row: EventRow, page: Framed) {
  const { t, locale } = page
  const sealed = row.a !== null && row.a !== 'TEAM'
  const text = row.e ? `${t('notes.error.said')} ${label('note_error_reason', row.e, locale)}` : (row.c ?? '')
  return {
    title: sealed ? wordingOf(t, `notes.sealed.${row.a}`, t('notes.one')) : t('notes.one'),
    meta: when(row, page),
    body: text.length > 400 ? `${text.slice(0, 400)}…` : text,
  }
}

function assistanceMoment(row: EventRow, page: Framed) {
  const { t, locale } = page
  return {
    side: 'us' as const,
    title: label('service_type', row.a ?? '', locale),
    meta: onDay(row, page),
    body: t('assistance.line', {
      counted: t('assistance.counted', { quantity: Number(row.b), code: row.c ?? '' }),
      donor: donorName(row.d ?? '', locale),
    }),
  }
}

/** Which one was finished; of an act of violence only that there was one. What came of it is read on its page. */
function assessedMoment(row: EventRow, { head }: CaseFile, page: Framed) {
  const instrument = instrumentOf(row.a ?? '')
  const title = instrument && !isApart(instrument) ? instrument.title[page.locale] : ''
  const href = `/cases/${head.reach.record.code}/assessments/${row.id}`
  return {
    title: page.t('cases.timeline.assessed'),
    meta: when(row, page),
    body: <a href={href}>{title || page.t('assessments.one')}</a>,
  }
}

const onDay = ({ at, who }: EventRow, { locale }: Framed) =>
  [day(locale, at.slice(0, 10)), who].filter(Boolean).join(' · ')

/** A contact, or an attempt that reached nobody: how, and what came of it. What was said stays on its own page. */
function followMoment(row: EventRow, page: Framed) {
  const { locale } = page
  const came = row.d ? label('attempt_result', row.d, locale) : label('followup_outcome', row.c ?? '', locale)
  return {
    title: label('followup_type', row.a ?? '', locale),
    meta: onDay(row, page),
    body: [label('contact_channel', row.b ?? '', locale), came].join(' · '),
  }
}

function reviewMoment(row: EventRow, page: Framed) {
  const { t, locale } = page
  return {
    title: t('cases.timeline.review'),
    meta: onDay(row, page),
    body: [label('review_with', row.a ?? '', locale), label('review_leads', row.b ?? '', locale)].join(' · '),
  }
}

/** The answer as it was given that day, by whoever truly gave it; the line of its end is another one. */
function consentMoment(row: EventRow, file: CaseFile, page: Framed) {
  const { t, locale } = page
  const about = [row.c && partnerName(row.c, locale), row.d && label('service_type', row.d, locale)]
  const said = file.head.consents.find(({ id }) => id === row.id)
  return {
    title: t('consents.moment', {
      status: said
        ? answerWords({ ...said, status: row.b ?? said.status }, birthOf(file.head.person), page)
        : '–',
      purpose: wordingOf(t, `consents.purpose.${row.a}`, row.a ?? ''),
    }),
    meta: when(row, page),
    body: [...about, row.e && label('consent_mode', row.e, locale)].filter(Boolean).join(' · '),
  }
}

/** On the day it ended, beside the line of the day it was given. */
function withdrawnMoment(row: EventRow, page: Framed) {
  const { t, locale } = page
  const about = [row.c && partnerName(row.c, locale), row.d && label('service_type', row.d, locale)]
  return {
    title: t('cases.timeline.withdrawn', { purpose: wordingOf(t, `consents.purpose.${row.a}`, row.a ?? '') }),
    meta: when(row, page),
    body: about.filter(Boolean).join(' · '),
  }
}

/** Whose word it was that did not come: a colleague's, never the person's. */
function notConfirmedMoment(row: EventRow, page: Framed) {
  const { t, locale } = page
  const purpose = wordingOf(t, `consents.purpose.${row.a}`, row.a ?? '')
  const by = row.b === 'SUPERVISOR' ? 'SUPERVISOR' : 'COLLEAGUE'
  const why = row.e && wordingOf(t, `consents.unconfirmedFor.${row.e}`, row.e)
  const about = [row.c && partnerName(row.c, locale), row.d && label('service_type', row.d, locale), why]
  return {
    title: t(`cases.timeline.not-confirmed.${by}`, { who: row.who ?? '–', purpose }),
    meta: when(row, page),
    body: about.filter(Boolean).join(' · '),
  }
}

function referralMoment(row: EventRow, page: Framed) {
  const { t, locale } = page
  const [by = 'team', channel = 'APP'] = (row.d ?? '').split(' ')
  const partner = partnerName(row.b ?? '', locale)
  const event = eventKey({ verb: row.a, by } as Parameters<typeof eventKey>[0])
  const reason = row.e ? wordingOf(t, `referrals.reason.${row.a}.${row.e}`, row.e) : ''
  const theirs = by === 'partner' || by === 'recorded'
  return {
    side: theirs ? ('them' as const) : ('us' as const),
    title: t(`referrals.${event}`, {
      partner,
      reason,
      channel: wordingOf(t, `referrals.channel.${channel}`, channel),
    }),
    meta: when(row, page),
    body: (
      <a href={`/referrals/${row.id}`}>
        {partner}, {label('service_type', row.c ?? '', locale)}
      </a>
    ),
  }
}
