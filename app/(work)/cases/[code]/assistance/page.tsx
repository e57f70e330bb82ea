import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { SubHead } from '@/app/_ui/head'
import { AsidePart, Split } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { byKind } from '@/lib/casework/assistance/kinds'
import { type AssistanceView, viewAssistance } from '@/lib/desks/case-file/view-assistance'
import { bandWords } from '@/lib/desks/case-file/words'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../case-frame'
import { Arrived } from '../case-warnings'
import { EndedLines } from './ended-lines'
import { counted } from './line-words'
import { LinesOfKind } from './lines-of-kind'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** What we gave ourselves on a case, kind by kind; what partners give stands in their referrals. */
export default async function AssistancePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'assistance.list', roles: caseRoles }, (reading) =>
    viewAssistance(reading, code),
  )
  const { t, view } = page
  const { head, groups } = view
  const add = head.may.work && (
    <ButtonLink small href={`/cases/${code}/assistance/new`}>
      {t('assistance.new.title')}
    </ButtonLink>
  )
  return (
    <CaseFrame head={head} page={page} part="assistance" title={t('assistance.title')}>
      <Arrived word={query.done?.toString()} head={head} page={page} />
      <SubHead title={t('assistance.title')} actions={add} />
      {groups.length === 0 ? (
        <Empty title={t('assistance.list.empty')}>{t('assistance.list.empty-more')}</Empty>
      ) : (
        <Split asideLabel={t('assistance.list.totals')} aside={<Totals view={view} page={page} />}>
          {groups.map((group) => (
            <LinesOfKind key={group.kind} view={view} page={page} {...group} />
          ))}
        </Split>
      )}
      <EndedLines view={view} page={page} />
    </CaseFrame>
  )
}

/** One total a service, in its own unit, and whom it reached: never one sum. */
function Totals({ view, page }: { view: AssistanceView; page: Framed }) {
  const { t, locale, actor } = page
  const { people, unlisted } = view.reached
  const known = view.head.people.filter(({ id }) => people.includes(id))
  const others = people.length - known.length + unlisted
  return (
    <>
      <AsidePart title={t('assistance.list.totals')}>
        <ul>
          {byKind(view.totals).flatMap(({ lines }) =>
            lines.map((one) => (
              <li key={`${one.service} ${one.unit}`}>
                {label('service_type', one.service, locale)}
                <br />
                <b>{counted(one, page)}</b>
              </li>
            )),
          )}
        </ul>
      </AsidePart>
      {people.length > 0 && (
        <AsidePart title={t('assistance.reached.title', { count: people.length + unlisted })}>
          <ul>
            {known.map((one) => (
              <li key={one.id}>{bandWords(one, { t, locale, now: actor.now })}</li>
            ))}
            {others > 0 && <li>{t('assistance.reached.unlisted', { count: others })}</li>}
          </ul>
        </AsidePart>
      )}
    </>
  )
}
