import type { ReactNode } from 'react'
import { answerNow } from '@/app/_frame/consent-line'
import { WorkPage } from '@/app/_frame/work-page'
import { IdentityBar } from '@/app/_ui/identity-bar'
import { Note } from '@/app/_ui/note'
import { Risk } from '@/app/_ui/risk'
import { type Tab, Tabs } from '@/app/_ui/tabs'
import { Tag } from '@/app/_ui/tag'
import { dueWords, moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { contactStop } from '@/lib/casework/cases/contact'
import { clinicalDue } from '@/lib/casework/cases/proposal-for'
import { LIVING } from '@/lib/casework/cases/state-lists'
import { latestOf } from '@/lib/casework/consents/said-yes'
import { birthOf } from '@/lib/casework/people/birth'
import { initials } from '@/lib/casework/people/identity'
import type { CaseHead } from '@/lib/desks/case-file/head'
import { type CasePart, partsOf } from '@/lib/desks/case-file/parts'
import { ageWords, riskLevel } from '@/lib/desks/case-file/words'
import { dutyName } from '@/lib/desks/work/due-words'
import type { Page } from '@/lib/platform/gate/read'

export type Framed = Omit<Page<unknown>, 'view'>
type Props = {
  head: CaseHead
  page: Framed
  /** Screen name; the code is added. Left out on the overview. */
  title?: string
  /** The tab this page belongs to; none on pages of one decision. */
  part?: CasePart
  /** The page holds a form marked `main`. */
  keeps?: boolean | undefined
  children: ReactNode
}

/** Every page of a case: the dark bar, so that no one works in the wrong file, and the parts as links. */
export function CaseFrame({ head, page, title, part, keeps, children }: Props) {
  const { t } = page
  const { code } = head.reach.record
  return (
    <WorkPage page={page} title={title ? `${title} – ${code}` : code} under="/cases" keeps={keeps}>
      <CaseBar head={head} page={page} />
      <ClinicalClocks head={head} page={page} />
      {part && <CaseTabs head={head} page={page} part={part} />}
      {children}
      {!part && (
        <p>
          <a href={`/cases/${code}`}>{t('cases.bar.back', { code })}</a>
        </p>
      )}
    </WorkPage>
  )
}

/** Until when care still helps, on every page of the case while the hour has not passed. Which care, its own list says. */
function ClinicalClocks({ head, page }: { head: CaseHead; page: Framed }) {
  const { t, locale, actor } = page
  const { clinical, care, reach } = head
  const alive = LIVING.some((state) => state === reach.record.state)
  if (!alive) return null
  const rated = (clinical?.clocks ?? []).map((clock) => ({
    now: clock === 'INJURY_NOW',
    due: clinicalDue(clock, clinical?.from ?? page.actor.now),
  }))
  const running = [...rated, ...care.map((due) => ({ now: false, due }))].filter(
    ({ now, due }) => now || due > actor.now,
  )
  const first = running.toSorted((a, b) => a.due.getTime() - b.due.getTime())[0]
  return (
    first && (
      <Note tone="late" icon="warn">
        <b>{t('cases.clinical.title')}</b>{' '}
        {first.now ? t('cases.clinical.now') : t('cases.clinical.until', { due: moment(locale, first.due) })}
      </Note>
    )
  )
}

/** The few parts in sight and the one that is open, then the rest behind one heading: a `details`, so that it opens without a script. */
function CaseTabs({ head, page: { t, actor }, part }: { head: CaseHead; page: Framed; part: CasePart }) {
  const { code } = head.reach.record
  // Beside the plan stand its open actions: a plan that is done, or not begun, says so on its own page.
  const counts: Partial<Record<CasePart, number>> = head.counts
  const tab = (name: CasePart): Tab => ({
    href: `/cases/${code}${PLACES[name] ?? `/${name}`}`,
    label: t(`cases.part.${name}`),
    count: name === 'plan' && head.counts.plan === 0 ? undefined : counts[name],
    current: name === part,
  })
  const { shown, rest } = partsOf(actor, head, part)
  return (
    <Tabs
      label={t('cases.part.label')}
      tabs={shown.map(tab)}
      more={{ label: t('cases.part.more'), tabs: rest.map(tab) }}
    />
  )
}
/** Parts that stand on the page of the case itself. */
const PLACES: Partial<Record<CasePart, string>> = { overview: '', referrals: '#referrals' }

/** The person's newest answer about a file of their own. */
function consentWords(head: CaseHead, page: Framed): string {
  // What was said here is no more the newest word: it is asked and answered on the file at which this one points.
  if (head.reach.record.mergedInto) return page.t('cases.bar.consent-there')
  const answer = latestOf(head.consents, 'CASE_MGMT')
  if (!answer) return page.t('cases.bar.no-consent')
  return answerNow(answer, birthOf(head.person), page)
}

function CaseBar({ head, page }: { head: CaseHead; page: Framed }) {
  const { t, locale, actor } = page
  const { record } = head.reach
  const { person, duty } = head
  const letters = initials(person.identity)
  const facts = [
    {
      term: t('cases.bar.person'),
      value: (
        <>
          <bdi>{letters || t('cases.bar.no-name')}</bdi>{' '}
          {letters && <a href={`/cases/${record.code}/name`}>{t('cases.bar.show-name')}</a>}
        </>
      ),
    },
    { term: t('cases.bar.who'), value: ageWords(person, { t, locale, now: actor.now }) },
    {
      term: t('cases.column.risk'),
      value: record.risk ? (
        <Risk level={riskLevel(record.risk)}>{wordingOf(t, `cases.risk.${record.risk}`, record.risk)}</Risk>
      ) : (
        t('cases.row.no-risk')
      ),
    },
    { term: t('cases.column.lead'), value: <bdi>{head.lead}</bdi> },
    ...(record.state === 'OPEN'
      ? []
      : [{ term: t('cases.bar.state'), value: wordingOf(t, `cases.state.${record.state}`, record.state) }]),
    { term: t('cases.bar.consent'), value: consentWords(head, page) },
    ...(duty
      ? [{ term: t('cases.bar.due'), value: `${dutyName(duty.kind, page)}, ${dueWords(locale, duty.at)}` }]
      : []),
  ]
  return (
    <IdentityBar code={record.code} facts={facts}>
      {contactStop({ ...record, safeContact: person.safeContact }) && (
        <Tag tone="late" icon="call">
          {t('cases.bar.no-contact')}
        </Tag>
      )}
      {record.sensitivity === 'S4' && (
        <Tag tone="seal" icon="lock">
          {t('cases.row.sealed')}
        </Tag>
      )}
    </IdentityBar>
  )
}
