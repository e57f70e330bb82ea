import { redirect } from 'next/navigation'
import { ClockView } from '@/app/_frame/clock-view'
import { WorkPage } from '@/app/_frame/work-page'
import { Empty } from '@/app/_ui/empty'
import { Facts } from '@/app/_ui/facts'
import { Narrow, Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { viewConfirmations } from '@/lib/desks/queue/view-confirmations'
import { between } from '@/lib/engines/clocks/between'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { factsToConfirm } from './confirm-words'

/** What waits for this person's own word. */
export default async function ConfirmationsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'consent.to-confirm', roles: caseRoles }, (reading) =>
    viewConfirmations(reading, query),
  )
  const { t, view, actor } = page
  if (view.only) redirect(`/confirmations/${view.only}`)
  return (
    <WorkPage page={page} title={t('consents.confirm.title')} under="/work">
      <Narrow>
        <h1>{t('consents.confirm.title')}</h1>
        {view.done && (
          <Note tone="good" icon="ok" live>
            {t('consents.confirm.done')}
          </Note>
        )}
        {view.rows.length === 0 ? (
          <Empty title={t('consents.confirm.empty')}>{t('consents.confirm.empty-more')}</Empty>
        ) : (
          view.rows.map((row) => (
            <Section key={row.id} title={t(`consents.confirm.${row.kind}`)}>
              <ClockView
                clock={between('confirm', { since: row.recordedAt, due: row.dueAt }, actor.now)}
                t={t}
              />
              <Facts facts={factsToConfirm(row, page).slice(0, 2)} />
              <p>
                <a href={`/confirmations/${row.id}`}>{t('consents.confirm.open')}</a>
              </p>
            </Section>
          ))
        )}
      </Narrow>
    </WorkPage>
  )
}
