import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Split } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { partnerName } from '@/lib/base/codes/codes'
import { emergencyForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareCheck } from '@/lib/desks/referral/wizard'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { WizardFrame } from '../../wizard-frame'
import { LeavingFacts } from '../asked-facts'
import { HarmFirst } from '../harm-first'
import { MustRead } from '../must-read'
import { WhatIsMissing } from '../what-is-missing'
import { WhatNext } from '../what-next'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** Before an emergency leaves without approval: what it means, once. */
export default async function EmergencyPage({ params, searchParams }: Props) {
  const where = await params
  const query = await searchParams
  const page = await read({ action: 'referral.check', roles: caseworkerRoles }, (reading) =>
    prepareCheck(reading, where, query, 'send-emergency'),
  )
  const { t, locale, view } = page
  const base = `/cases/${view.code}/refer/${view.id}`
  return (
    <WizardFrame
      page={page}
      code={view.code}
      step="check"
      form={emergencyForm}
      draft={view.draft}
      towards={view}
    >
      <Split aside={<WhatNext page={page} view={view} emergency />} asideLabel={t('referrals.next.title')}>
        {!view.missing && (
          <Note tone="late" icon="warn">
            <b>{t('referrals.emergency.title')}</b> {t('referrals.emergency.lead')}
          </Note>
        )}
        <WhatIsMissing page={page} view={view} base={base} />
        <LeavingFacts page={page} view={view} base={base} />
        {!view.missing && (
          <PostForm main action={`/api/v1${base}/send-emergency`} fields={hidden(view.version)}>
            <HarmFirst page={page} view={view} />
            <MustRead page={page} view={view} />
            <div className="row">
              <Button>
                {t('referrals.emergency.button', { partner: partnerName(view.partner, locale) })}
              </Button>
              <ButtonLink calm href={`${base}/check`}>
                {t('referrals.emergency.back')}
              </ButtonLink>
            </div>
          </PostForm>
        )}
      </Split>
    </WizardFrame>
  )
}
