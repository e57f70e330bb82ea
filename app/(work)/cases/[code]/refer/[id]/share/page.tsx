import { hiddenEdit } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { ShareDesk } from '@/app/_ui/share-ticks'
import { partnerName } from '@/lib/base/codes/codes'
import { namesOne, textWarnings } from '@/lib/base/text/look'
import { isToldNothing } from '@/lib/casework/referrals/sharing/fact-source'
import { canBeReached } from '@/lib/casework/referrals/sharing/reach-facts'
import { shareForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareShare } from '@/lib/desks/referral/wizard'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { NeverTell } from '../../../never-tell'
import { WizardPage } from '../../wizard-page'
import { SlipPreview } from '../slip-preview'
import { FactTicks } from './fact-ticks'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** Page 3: one tick a fact; nothing else leaves. */
export default async function SharePage({ params, searchParams }: Props) {
  const where = await params
  const query = await searchParams
  const page = await read({ action: 'referral.edit-share', roles: caseworkerRoles }, (reading) =>
    prepareShare(reading, where, query),
  )
  const { t, locale, view } = page
  const base = `/cases/${view.code}/refer/${view.id}`
  const { draft: asked, person } = view.preview
  const { given, family, alias } = person.identity
  const named = namesOne(asked.reasonText, [given, family, alias])
  const warnings = [...(named ? (['NAME'] as const) : []), ...textWarnings(asked.reasonText)]
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
      {warnings.map((warning) => (
        <Note key={warning} tone="soon" icon="warn">
          {t(`referrals.warning.${warning}`)} <a href={`${base}/service#f-reasonText`}>{t('forms.change')}</a>
        </Note>
      ))}
      <NeverTell identity={person.identity} page={page} />
      {isToldNothing(person.identity, view.partner) && (
        <Note tone="late" icon="warn">
          {t('referrals.wizard.state-service', { partner: partnerName(view.partner, locale) })}
        </Note>
      )}
      {!canBeReached(view.preview.leaving) && (
        <Note tone="late" icon="warn">
          <b>{t('referrals.wizard.no-contact', { partner: partnerName(view.partner, locale) })}</b>
          <p>{t('referrals.wizard.no-contact.more')}</p>
        </Note>
      )}
      <PostForm
        main
        action={`/api/v1${base}/share`}
        fields={hiddenEdit(view.version, view.shown, view.draft)}
      >
        <ShareDesk
          ticks={<FactTicks page={page} view={view} />}
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
