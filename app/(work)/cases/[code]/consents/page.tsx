import { answerNow } from '@/app/_frame/consent-line'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { SubHead } from '@/app/_ui/head'
import { Icon } from '@/app/_ui/icon'
import { Table } from '@/app/_ui/table'
import { label, partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Birth } from '@/lib/base/time/age-on'
import { notInForce } from '@/lib/casework/consents/cover'
import type { ListedConsent } from '@/lib/casework/consents/queries'
import { birthOf } from '@/lib/casework/people/birth'
import { viewConsents } from '@/lib/desks/case-file/view-consents'
import { withdrawPage } from '@/lib/desks/case-file/withdraw-page'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../case-frame'
import { Arrived } from '../case-warnings'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function ConsentsPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'consent.list', roles: caseRoles }, (reading) =>
    viewConsents(reading, code),
  )
  const { t, view } = page
  const record = view.head.may.write && (
    <ButtonLink small href={`/cases/${code}/consents/new`}>
      {t('consents.new.title')}
    </ButtonLink>
  )
  const names = ['purpose', 'status', 'given', 'by', 'until', 'act'] as const
  const columns = names.map((name) => ({ label: t(`consents.list.${name}`), quiet: name === 'act' }))
  return (
    <CaseFrame head={view.head} page={page} part="consents" title={t('consents.title')}>
      <Arrived word={query.done?.toString()} head={view.head} page={page} />
      <SubHead title={t('consents.title')} actions={record} />
      {view.rows.length === 0 ? (
        <Empty title={t('consents.list.empty')}>{t('consents.list.empty-more')}</Empty>
      ) : (
        <Table
          caption={t('consents.list.caption')}
          columns={columns}
          rows={view.rows.map((row) => ({
            key: row.id,
            cells: cellsOf(row, { code, may: view.head.may.work, birth: birthOf(view.head.person), page }),
          }))}
          narrow="cards"
        />
      )}
    </CaseFrame>
  )
}

type Around = { code: string; may: boolean; birth: Birth; page: Framed }

function cellsOf(row: ListedConsent, { code, may, birth, page }: Around) {
  const { t, locale, actor } = page
  const ended = notInForce(row, actor.now)
  const partner = row.partner && partnerName(row.partner, locale)
  const about = [partner, row.service && label('service_type', row.service, locale)].filter(Boolean)
  const facts = row.facts.map((fact) => wordingOf(t, `referrals.fact.${fact}`, fact)).join(', ')
  const purpose = (
    <span>
      {wordingOf(t, `consents.purpose.${row.purpose}`, row.purpose)}
      {about.length > 0 && <small> {about.join(', ')}</small>}
      {facts && <small> {facts}</small>}
    </span>
  )
  const how = [
    row.mode && label('consent_mode', row.mode, locale),
    row.detail?.witness && t('consents.witnessed', { name: row.detail.witness }),
    row.language && label('language', row.language, locale),
  ]
  const takeBack = withdrawPage(code, row)
  const withdraw = may && takeBack && <a href={takeBack}>{t('consents.withdraw')}</a>
  return [
    purpose,
    // A sentence, not a tag: it names who confirmed it and when, and wraps.
    <span key="status">
      <Icon name={ended ? 'no' : 'ok'} tone={ended ? 'late' : 'good'} /> {answerNow(row, birth, page)}
    </span>,
    <span key="given">
      {day(locale, row.givenAt)} <small>{row.recorder}</small>
    </span>,
    how.filter(Boolean).join(' · '),
    untilWords(row, page),
    withdraw || '–',
  ]
}

/** When it ends or ended; a no has no end. */
function untilWords(row: ListedConsent, { t, locale }: Framed): string {
  if (row.withdrawnAt) return t('consents.ended', { on: day(locale, row.withdrawnAt) })
  if (row.status === 'REFUSED') return '–'
  return row.expiresOn ? day(locale, row.expiresOn) : t('consents.lasting')
}
