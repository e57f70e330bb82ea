import { hiddenEdit } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { ShareDesk } from '@/app/_ui/share-ticks'
import { shareForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareShare } from '@/lib/desks/referral/wizard'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { WizardPage } from '../../wizard-page'
import { SlipPreview } from '../slip-preview'
import { Warnings } from '../warnings'
import { FactTicks } from './fact-ticks'
import { PaperTicks } from './paper-ticks'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** Page 3: one tick a fact; nothing else leaves. */
export default async function SharePage({ params, searchParams }: Props) {
  const where = await params
  const query = await searchParams
  const page = await read({ action: 'referral.edit-share', roles: caseworkerRoles }, (reading) =>
    prepareShare(reading, where, query),
  )
  const { t, view } = page
  const base = `/cases/${view.code}/refer/${view.id}`
  return (
    <WizardPage
      page={page}
      base={base}
      code={view.code}
      step="share"
      form={shareForm}
      draft={view.draft}
      towards={view}
    >
      <p className="prose">{t('referrals.wizard.share.lead')}</p>
      {view.saved && (
        <Note tone="good" icon="ok" live>
          {t('referrals.wizard.share.saved')}
        </Note>
      )}
      <Warnings page={page} view={view} base={base} />
      <PostForm
        main
        action={`/api/v1${base}/share`}
        fields={hiddenEdit(view.version, view.shown, view.draft)}
      >
        <ShareDesk
          ticks={
            <>
              <FactTicks page={page} view={view} />
              <PaperTicks page={page} view={view} />
            </>
          }
          slip={<SlipPreview page={page} view={view} />}
        />
        <div className="field row">
          <Button>{t('forms.continue')}</Button>
          <Button calm name="stay" value="on">
            {t('referrals.wizard.share.stay')}
          </Button>
          <a href={`/cases/${view.code}`}>{t('referrals.wizard.to-case')}</a>
        </div>
      </PostForm>
    </WizardPage>
  )
}
