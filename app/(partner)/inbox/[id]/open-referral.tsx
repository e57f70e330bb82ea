import { AsidePart, Section, Split } from '@/app/_ui/layout'
import { Thread } from '@/app/_ui/thread'
import { Timeline } from '@/app/_ui/timeline'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import type { OpenView } from '@/lib/desks/inbox/view-received'
import { AnswerHere } from './answer-here'
import { CallUs } from './call-us'
import { DoneNote } from './done-note'
import type { Framed } from './framed'
import { historyLines } from './history-lines'
import { InHand } from './in-hand'
import { paperWords } from './papers-received'
import { ReferralHead } from './referral-head'
import { SharedSlip } from './shared-slip'
import { WhatNow } from './what-now'

/** An opened referral: the facts, what can be done now, the messages; beside it what happened and whom to call. */
export function OpenReferral({ view, page }: Framed & { view: OpenView }) {
  const { t } = page
  return (
    <>
      <ReferralHead view={view} page={page} />
      <DoneNote done={view.done} t={t} />
      <InHand view={view} page={page} />
      <Split
        asideLabel={t('inbox.how.label')}
        aside={
          <>
            <AsidePart title={t('inbox.history.title')}>
              <Timeline moments={historyLines(view, page)} />
            </AsidePart>
            <AsidePart>
              <CallUs phone={view.phone} code={view.code} t={t} />
            </AsidePart>
          </>
        }
      >
        <SharedSlip view={view} page={page} />
        {page.actor.link ? <AnswerHere view={view} page={page} /> : <WhatNow view={view} page={page} />}
        <Messages view={view} page={page} />
      </Split>
    </>
  )
}

function Messages({ view, page: { t, locale, actor } }: Framed & { view: OpenView }) {
  const ours = t('inbox.messages.ours')
  const yours = t('inbox.messages.yours', { partner: partnerName(actor.partner ?? '', locale) })
  if (view.messages.length === 0) return null
  return (
    <Section title={t('inbox.messages.title')} tight>
      <Thread
        label={t('inbox.messages.title')}
        messages={view.messages.map(({ id, at, party, paper, text }) => ({
          key: id,
          side: party === 'partner' ? 'them' : 'us',
          who: party === 'partner' ? yours : ours,
          when: moment(locale, at),
          body: text,
          below: paper && t('inbox.papers.sent', paperWords(paper, { t, locale })),
        }))}
      />
    </Section>
  )
}
