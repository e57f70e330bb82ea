import type { ReactNode } from 'react'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Row, Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { day, moment } from '@/lib/base/i18n/dates'
import { isMessageKey, wordingOf } from '@/lib/base/i18n/translate'
import { STATES } from '@/lib/casework/referrals/machine/states'
import type { OpenView } from '@/lib/desks/inbox/view-received'
import type { Framed } from './framed'

const pages = {
  accept: 'accept',
  ask: 'ask',
  decline: 'decline',
  complete: 'complete',
  'report-not-accessed': 'not-accessed',
  rebook: 'rebook',
} as const
type Paged = keyof typeof pages

/** Each answer leads to its own page; beginning is one button. The first is the filled one. */
export function WhatNow({ view, page }: Framed & { view: OpenView }) {
  const { t } = page
  const open = (Object.keys(pages) as Paged[]).filter((answer) => view.answers.includes(answer))
  if (open.length === 0) return <Settled view={view} page={page} />
  if (STATES[view.state].tabs.them === 'explain') return <NotConfirmed view={view} page={page} />
  if (STATES[view.state].group === 'SETTLED')
    return (
      <>
        <Settled view={view} page={page} />
        <Row>
          <ButtonLink calm href={`/inbox/${view.id}/rebook`}>
            {t('inbox.do.rebook')}
          </ButtonLink>
        </Row>
      </>
    )
  const title = titleOf(view)
  return (
    <Section title={t(`inbox.now.${title}`)} tight>
      <Row>
        {open.map((answer, index) => (
          <ButtonLink key={answer} calm={index > 0} href={`/inbox/${view.id}/${pages[answer]}`}>
            {t(`inbox.do.${answer}`)}
          </ButtonLink>
        ))}
        {view.answers.includes('begin') && (
          <PostForm action={`/api/v1/inbox/${view.id}/begin`} fields={hidden()} layout="bare">
            <Button calm>{t('inbox.do.begin')}</Button>
          </PostForm>
        )}
      </Row>
      <p className="meta">{t(`inbox.now.${title}.more`)}</p>
    </Section>
  )
}

const titleOf = ({ state, answers }: OpenView) =>
  state === 'INFO_REQUESTED' ? 'asked' : answers.includes('complete') ? 'serve' : 'decide'

/** "Not confirmed", without blame and without a word of the person; the way to answer. */
export function NotConfirmed({
  view,
  page: { t, locale },
  answer,
}: Framed & { view: OpenView; answer?: ReactNode }) {
  const what = view.outcome ? wordingOf(t, `referrals.outcome.${view.outcome}`, '') : ''
  const served = view.outcomeOn ? t('inbox.served', { what, day: day(locale, view.outcomeOn) }) : what
  const due = view.clock?.due
  return (
    <Section title={t('inbox.contested.title')} tight>
      <p className="lead">{t('inbox.contested.lead', { what: served })}</p>
      <Note tone="soon">
        {due && (
          <p>
            <b>{t('inbox.contested.until', { at: moment(locale, due) })}</b>
          </p>
        )}
        <p>{t('inbox.contested.until.more')}</p>
      </Note>
      <Note>{t('inbox.contested.why')}</Note>
      {answer ?? (
        <Row>
          <ButtonLink href={`/inbox/${view.id}/complete`}>{t('inbox.do.complete.again')}</ButtonLink>
        </Row>
      )}
      <p className="meta">{t('inbox.contested.cannot')}</p>
    </Section>
  )
}

/** Nothing left to do: what was reported and what we do with it. */
export function Settled({ view, page: { t, locale } }: Framed & { view: OpenView }) {
  const what = view.outcome && wordingOf(t, `referrals.outcome.${view.outcome}`, '')
  const key = `inbox.now.${view.state}`
  return (
    <Note tone={view.state === 'NOT_ACCESSED' ? 'soon' : 'good'}>
      {what && (
        <p>
          <b>{view.outcomeOn ? t('inbox.served', { what, day: day(locale, view.outcomeOn) }) : what}</b>
        </p>
      )}
      {isMessageKey(key) && t(key)}
    </Note>
  )
}
