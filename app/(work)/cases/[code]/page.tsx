import { ButtonLink } from '@/app/_ui/button'
import { SubHead } from '@/app/_ui/head'
import { Section, Split } from '@/app/_ui/layout'
import { NextList } from '@/app/_ui/next-list'
import { Timeline } from '@/app/_ui/timeline'
import { notInForce } from '@/lib/casework/consents/cover'
import { latestOf } from '@/lib/casework/consents/said-yes'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { caseRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseAside } from './case-aside'
import { CaseFrame } from './case-frame'
import { momentsOf } from './case-moments'
import { CaseStateNotes } from './case-state'
import { CaseStrip } from './case-strip'
import { Arrived, CaseWarnings } from './case-warnings'
import { thingsOf } from './things'
import { ToSee } from './to-see'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function CasePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.view', roles: caseRoles }, (reading) => viewCase(reading, code))
  const { t, view } = page
  const { head } = view
  const { record } = head.reach
  const things = thingsOf(view, page)
  const answer = latestOf(head.consents, 'CASE_MGMT')
  const stands = answer !== undefined && notInForce(answer, page.actor.now) === null
  const mayClose = view.moves.includes('close')
  return (
    <CaseFrame head={head} page={page} part="overview">
      <Arrived word={one(query, 'done')} head={head} page={page} />
      <CaseStrip file={view} page={page} />
      <CaseWarnings file={view} page={page} />
      <CaseStateNotes file={view} page={page} />
      <ToSee file={view} page={page} />
      <section className="stack tight">
        <SubHead
          title={t('cases.next.title')}
          actions={
            mayClose ? (
              <ButtonLink small href={`/cases/${record.code}/close`}>
                {t('cases.close.title')}
              </ButtonLink>
            ) : (
              head.may.work && (
                <>
                  {head.may.write && (
                    <ButtonLink calm small href={`/cases/${record.code}/notes/new`}>
                      {t('notes.new.title')}
                    </ButtonLink>
                  )}
                  {record.state === 'OPEN' && stands && (
                    <ButtonLink small href={`/cases/${record.code}/refer`}>
                      {t('referrals.verb.start')}
                    </ButtonLink>
                  )}
                </>
              )
            )
          }
        />
        {things.length === 0 ? (
          <p className="meta">{t('cases.next.nothing')}</p>
        ) : (
          <NextList items={things.slice(0, 3)} />
        )}
        {things.length > 3 && (
          <details>
            <summary>{t('cases.next.more', { count: things.length - 3 })}</summary>
            <NextList items={things.slice(3)} />
          </details>
        )}
      </section>
      <Split asideLabel={t('cases.aside.label')} aside={<CaseAside file={view} page={page} />}>
        <Section title={t('cases.timeline.title')}>
          <Timeline moments={momentsOf(view, page)} />
          {view.more && <p className="meta">{t('cases.timeline.more')}</p>}
        </Section>
      </Split>
    </CaseFrame>
  )
}
