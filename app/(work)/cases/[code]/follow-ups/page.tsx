import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { SubHead } from '@/app/_ui/head'
import { AsidePart, Section, Split } from '@/app/_ui/layout'
import { day } from '@/lib/base/i18n/dates'
import { contactElsewhere, viewFollowUps } from '@/lib/desks/case-file/view-follow-ups'
import { caseRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'
import { Arrived } from '../case-warnings'
import { contactDue } from './due-words'
import { Appointments, Contacts, Reviews } from './lists'
import { lostWords } from './lost-words'
import { SafeWay } from './safe-way'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** How somebody is followed: what is coming, what was, and how they may be reached. */
export default async function FollowUpsPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'followup.list', roles: caseRoles }, (reading) =>
    viewFollowUps(reading, code),
  )
  const { t, locale, view } = page
  const { head, follow, reviews, reviewAt, lost, may } = view
  const at = (path: string) => `/cases/${code}/${path}`
  return (
    <CaseFrame head={head} page={page} part="follow-ups" title={t('followups.title')}>
      <Arrived word={one(query, 'done')} head={head} page={page} />
      <SubHead
        title={t('followups.title')}
        actions={
          may && (
            <>
              <ButtonLink small href={at('follow-ups/new')}>
                {t('followups.new.title')}
              </ButtonLink>
              <ButtonLink calm small href={at('follow-ups/attempt')}>
                {t('followups.attempt.title')}
              </ButtonLink>
              <ButtonLink calm small href={at('follow-ups/review')}>
                {t('followups.review.title')}
              </ButtonLink>
              <ButtonLink calm small href={at('appointments/new')}>
                {t('appointments.new.title')}
              </ButtonLink>
            </>
          )
        }
      />
      <Split
        asideLabel={t('followups.next.title')}
        aside={
          <>
            <AsidePart title={t('followups.next.title')}>
              <p>{contactDue(view, page)}</p>
              {contactElsewhere(view) && <p className="meta">{t('followups.next.elsewhere')}</p>}
              {reviewAt && <p>{t('followups.next.review', { on: day(locale, reviewAt) })}</p>}
              {lost.attempts > 0 && <p className="meta">{lostWords(lost, t)}</p>}
            </AsidePart>
            <SafeWay head={head} page={page} />
          </>
        }
      >
        <Section title={t('appointments.title')} id="appointments">
          <Appointments view={view} page={page} />
        </Section>
        <Section title={t('followups.list.title')} id="contacts">
          {follow.length === 0 ? (
            <Empty title={t('followups.list.empty')}>{t('followups.list.empty-more')}</Empty>
          ) : (
            <Contacts view={view} page={page} />
          )}
        </Section>
        {reviews.length > 0 && (
          <Section title={t('followups.reviews.title')} id="reviews">
            <Reviews view={view} page={page} />
          </Section>
        )}
      </Split>
    </CaseFrame>
  )
}
