import { hiddenEdit } from '@/app/_frame/hidden'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { ShareDesk } from '@/app/_ui/share-ticks'
import { shareForm, submitForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareShare } from '@/lib/desks/referral/wizard'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { WizardPage } from '../../wizard-page'
import { AskedFacts } from '../asked-facts'
import { MustRead } from '../must-read'
import { SlipPreview } from '../slip-preview'
import { Warnings } from '../warnings'
import { WhatNext } from '../what-next'
import { FactTicks } from './fact-ticks'
import { PaperTicks } from './paper-ticks'
import { ShareButtons } from './share-buttons'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** Page 3: one tick a fact; nothing else leaves. Where nothing is missing or in doubt, it is sent from here. */
export default async function SharePage({ params, searchParams }: Props) {
  const where = await params
  const query = await searchParams
  const page = await read({ action: 'referral.edit-share', roles: caseworkerRoles }, (reading) =>
    prepareShare(reading, where, query),
  )
  const { t, view } = page
  const base = `/cases/${view.code}/refer/${view.id}`
  const { sending, list } = view
  const sends = !view.look && !view.changed
  const check = { page, view: { ...view, draft: sending } }
  return (
    <WizardPage
      page={page}
      base={base}
      code={view.code}
      step="share"
      form={sending ? submitForm : shareForm}
      draft={view.draft ?? sending}
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
        action={`/api/v1${base}/${sends ? 'submit' : 'share'}`}
        fields={{
          ...hiddenEdit(view.version, view.shown, view.draft),
          list: sends ? list : undefined,
          stay: view.changed ? 'on' : undefined,
        }}
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
        {sends && (
          <>
            <AskedFacts page={page} view={view} base={base} />
            <MustRead {...check} />
          </>
        )}
        <ShareButtons page={page} view={view} base={base} sends={sends} />
        {sends && <WhatNext page={page} view={view} />}
      </PostForm>
    </WizardPage>
  )
}
