import { CallStop } from '@/app/_frame/call-stop'
import { UrgencyTag } from '@/app/_frame/urgency-tag'
import { WorkPage } from '@/app/_frame/work-page'
import { Code } from '@/app/_ui/code'
import { Crumb } from '@/app/_ui/crumb'
import { Hand } from '@/app/_ui/hand'
import { Head } from '@/app/_ui/head'
import { Split } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { Tag } from '@/app/_ui/tag'
import { label, partnerName } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import { OPEN, STATES } from '@/lib/casework/referrals/machine/states'
import { bandWords } from '@/lib/desks/case-file/words'
import { turnOf } from '@/lib/desks/referral/relay-steps'
import { viewReferral } from '@/lib/desks/referral/view-referral'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { Deletion } from './deletion'
import { Harms } from './harms'
import { History } from './history'
import { Messages } from './messages'
import { PartnerHand } from './partner-hand'
import { PartnerLink } from './partner-link'
import { PartnerTold } from './partner-told'
import { ReferralClocks, ReferralRelay } from './relay-and-clocks'
import { SharedSlip } from './shared-slip'
import { VerbRow } from './verb-row'
import { WhatFollows } from './what-follows'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }
const tones = { plain: undefined, them: 'them', good: 'good', soon: 'soon', late: 'late' } as const

export default async function ReferralPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.read', roles: caseRoles }, (reading) =>
    viewReferral(reading, id, query),
  )
  const { t, locale, view, actor } = page
  const partner = partnerName(view.partner, locale)
  const turn = turnOf(view.state)
  const title = t('referrals.page.heading', { service: label('service_type', view.service, locale), partner })
  const who = `${bandWords(view, { t, locale, now: actor.now })} · ${label('admin2_2014', view.cercle, locale)}`
  return (
    <WorkPage page={page} title={`${t('referrals.page.title')} ${referralCode(id)}`} under="/referrals">
      <Crumb
        label={t('frame.crumb')}
        links={[
          { href: '/referrals', label: t('referrals.list.title') },
          { href: `/cases/${view.code}`, label: <Code>{view.code}</Code> },
        ]}
        here={<Code>{referralCode(id)}</Code>}
      />
      {view.done && (
        <Note tone="good" icon="ok" live>
          {wordingOf(t, `referrals.done.${view.done}`, '')}
        </Note>
      )}
      {view.harms.length > 0 && (
        <Note tone="late" icon="warn">
          {t('referrals.page.harm')}
        </Note>
      )}
      {view.consent?.needsReview && OPEN.includes(view.state) && (
        <Note tone="late" icon="no">
          {t('referrals.page.ask-again', { partner })}{' '}
          <a href={`/cases/${view.code}/consents`}>{t('referrals.page.ask-again-link')}</a>
        </Note>
      )}
      {view.reviewDue && (
        <Note tone="soon" icon="warn">
          {t('referrals.page.conflict')}
        </Note>
      )}
      <Head
        title={title}
        meta={
          <>
            <UrgencyTag urgency={view.priority} t={t} /> {who} ·{' '}
            {t('referrals.page.asked-by', { name: view.author })}
          </>
        }
        actions={
          <>
            <Tag tone={tones[STATES[view.state].tone]}>{t(`referrals.state.${view.state}`)}</Tag>
            {turn !== 'nobody' && <Hand side={turn}>{t(`referrals.turn.${turn}`, { partner })}</Hand>}
          </>
        }
      />
      {view.onTeam && <CallStop said={view.said} code={view.code} page={page} />}
      <ReferralRelay page={page} view={view} />
      <ReferralClocks page={page} view={view} />
      <Deletion page={page} view={view} />
      <VerbRow page={page} view={view} />
      <PartnerHand page={page} view={view} />
      <PartnerTold page={page} view={view} />
      <PartnerLink page={page} view={view} />
      <WhatFollows page={page} view={view} />
      <Harms page={page} view={view} />
      <Split aside={<SharedSlip page={page} view={view} />} asideLabel={t('referrals.page.shared')}>
        <Messages page={page} view={view} />
        <History page={page} view={view} />
      </Split>
    </WorkPage>
  )
}
