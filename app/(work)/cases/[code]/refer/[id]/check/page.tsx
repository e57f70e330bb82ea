import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Split } from '@/app/_ui/layout'
import { submitForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareCheck } from '@/lib/desks/referral/wizard'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { WizardFrame } from '../../wizard-frame'
import { AskedFacts, LeavingFacts } from '../asked-facts'
import { HarmFirst } from '../harm-first'
import { MustRead } from '../must-read'
import { sendLabel } from '../send-label'
import { Warnings } from '../warnings'
import { WhatIsMissing } from '../what-is-missing'
import { WhatNext } from '../what-next'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** Page 4, where something is missing, in doubt or to be decided: everything once more, then to the supervisor. */
export default async function CheckPage({ params, searchParams }: Props) {
  const where = await params
  const query = await searchParams
  const page = await read({ action: 'referral.check', roles: caseworkerRoles }, (reading) =>
    prepareCheck(reading, where, query, 'submit'),
  )
  const { t, view } = page
  const base = `/cases/${view.code}/refer/${view.id}`
  return (
    <WizardFrame
      page={page}
      code={view.code}
      step="check"
      form={submitForm}
      draft={view.draft}
      towards={view}
    >
      <Split aside={<WhatNext page={page} view={view} />} asideLabel={t('referrals.next.title')}>
        <WhatIsMissing page={page} view={view} base={base} />
        <Warnings page={page} view={view} base={base} />
        <AskedFacts page={page} view={view} base={base} />
        <LeavingFacts page={page} view={view} base={base} />
        {!view.missing && (
          <PostForm main action={`/api/v1${base}/submit`} fields={hidden(view.version)}>
            <HarmFirst page={page} view={view} />
            <MustRead page={page} view={view} />
            <div className="row">
              <Button>{sendLabel(page, view)}</Button>
              {view.priority === 'EMERGENCY' && (
                <ButtonLink calm href={`${base}/emergency`}>
                  {t('referrals.wizard.emergency-link')}
                </ButtonLink>
              )}
              <a href={`/referrals/${view.id}`}>{t('referrals.wizard.later')}</a>
            </div>
          </PostForm>
        )}
      </Split>
    </WizardFrame>
  )
}
