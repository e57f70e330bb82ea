import { hiddenEdit } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { consentForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareConsent } from '@/lib/desks/referral/wizard'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ConsentQuestions } from '../../consent-questions'
import { WizardPage } from '../../wizard-page'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** Page 1 of a draft: the answers so far, or asking again. */
export default async function ConsentPage({ params, searchParams }: Props) {
  const where = await params
  const query = await searchParams
  const page = await read({ action: 'referral.edit-consent', roles: caseworkerRoles }, (reading) =>
    prepareConsent(reading, where, query),
  )
  const { t, view } = page
  const base = `/cases/${view.code}/refer/${view.id}`
  return (
    <WizardPage
      page={page}
      base={base}
      code={view.code}
      step="consent"
      form={consentForm}
      draft={view.draft}
      towards={view}
    >
      <Narrow>
        <p className="lead">{t('referrals.wizard.consent.lead')}</p>
        <PostForm
          main
          action={`/api/v1${base}/consent`}
          fields={hiddenEdit(view.version, view.shown, view.draft)}
        >
          <ConsentQuestions
            page={page}
            form={consentForm}
            draft={view.draft}
            values={view.answers}
            child={view.child}
          />
          <div className="field row">
            <Button>{t('forms.continue')}</Button>
            <ButtonLink calm href={`${base}/check`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WizardPage>
  )
}
