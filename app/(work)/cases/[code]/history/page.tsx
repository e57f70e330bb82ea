import { Empty } from '@/app/_ui/empty'
import { Facts } from '@/app/_ui/facts'
import { SubHead } from '@/app/_ui/head'
import { Tabs } from '@/app/_ui/tabs'
import { type Moment, Timeline } from '@/app/_ui/timeline'
import { day, time } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { contactStop } from '@/lib/casework/cases/contact'
import type { Change } from '@/lib/casework/history/changes'
import { PARTS, type Part } from '@/lib/casework/history/parts'
import { viewHistory } from '@/lib/desks/case-file/view-history'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../case-frame'
import { told } from './change-words'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function HistoryPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.history', roles: caseRoles }, (reading) =>
    viewHistory(reading, code, query),
  )
  const { t, view } = page
  const { head, of, before, shown, next } = view
  const address = `/cases/${code}/history`
  const stop = contactStop({ ...head.reach.record, safeContact: head.person.safeContact }) !== null
  const older = new URLSearchParams({ ...(of && { of }), before: next ?? '' })
  return (
    <CaseFrame head={head} page={page} title={t('past.title')}>
      <SubHead title={t('past.title')} />
      <Tabs
        label={t('past.parts')}
        tabs={[
          { href: address, label: t('past.all'), current: !of },
          ...PARTS.filter((part) => part !== 'return' || head.homeward).map((part) => ({
            href: `${address}?of=${part}`,
            label: partName(part, page),
            current: part === of,
          })),
        ]}
      />
      {shown.length === 0 && !next ? (
        <Empty title={t(before ? 'past.no-more' : 'past.none')}>{t('past.none-more')}</Empty>
      ) : (
        <Timeline moments={shown.map((change) => momentOf(change, page, { code, of, stop }))} />
      )}
      {next && (
        <p>
          <a href={`${address}?${older}`} rel="next">
            {t('past.older')}
          </a>
        </p>
      )}
    </CaseFrame>
  )
}

const partName = (part: Part, { t }: Pick<Framed, 't'>): string =>
  part === 'case' ? t('past.case') : part === 'return' ? t('cases.part.return') : t(`cases.register.${part}`)

/** A number that nobody may call is shown on no page but the one before a call, and there on the record. */
const NUMBERS = ['phone']
/** A name is shown to whoever asks for it, here as on every page of a case. */
const NAMES = ['given', 'family', 'alias']

/** Who, when, and each answer with what stood there before; why, where that was asked. */
function momentOf(
  change: Change,
  page: Framed,
  { code, of, stop }: { code: string; of: Part | undefined; stop: boolean },
): Moment {
  const { t, locale } = page
  const { at, by, fields, restricted } = change
  const facts = fields.map((field) => {
    const { term, ...sides } = told(field, change, page)
    const apart = NAMES.includes(field.field) && of !== 'identity'
    return {
      key: field.field,
      term,
      value: apart ? (
        <NameApart code={code} page={page} />
      ) : stop && NUMBERS.includes(field.field) ? (
        t('cases.call.stop')
      ) : (
        <FromTo {...sides} />
      ),
    }
  })
  const why = restricted && {
    key: 'why',
    term: t('cases.restrictReason.label'),
    value: wordingOf(t, `cases.restrictReason.${restricted}`, restricted),
  }
  return {
    key: change.id,
    title: titleOf(change, page),
    meta: t('past.by', { day: day(locale, at), time: time(locale, at), who: by ?? t('past.relais') }),
    body: <Facts facts={why ? [...facts, why] : facts} />,
  }
}

const NameApart = ({ code, page: { t } }: { code: string; page: Framed }) => (
  <a href={`/cases/${code}/history?of=identity`}>{t('cases.bar.show-name')}</a>
)

const FromTo = ({ from, to }: { from: string; to: string }) => (
  <>
    <s>
      <bdi>{from}</bdi>
    </s>{' '}
    → <bdi>{to}</bdi>
  </>
)

function titleOf({ what, member, fields }: Change, { t }: Framed) {
  if (member) return t(`past.member.${what}`)
  const parts = PARTS.filter((part) =>
    fields.some(({ page }) => page === part || (page === 'functioning' && part === 'situation')),
  )
  return parts.map((part) => partName(part, { t })).join(', ')
}
