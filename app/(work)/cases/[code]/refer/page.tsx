import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { parentOf } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { startForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareStart } from '@/lib/desks/referral/wizard'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ConsentQuestions } from './consent-questions'
import { FrequentServices } from './frequent-services'
import { NextChoice, NextNote } from './next-choice'
import { Refused } from './refused'
import { serviceGroups } from './service-groups'
import { WizardFrame } from './wizard-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** Page 1: was the person asked, and what did they say. */
export default async function ReferPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.prepare', roles: caseworkerRoles }, (reading) =>
    prepareStart(reading, code, query),
  )
  const { t, view } = page
  const { draft } = view
  const wrong = draft?.errors.service
  return (
    <WizardFrame page={page} code={view.code} step="consent" form={startForm} draft={draft}>
      {view.refused && parentOf('service_type', view.refused) ? (
        <Refused page={page} code={view.code} service={view.refused} />
      ) : (
        <Narrow>
          <p className="lead">{t('referrals.wizard.consent.lead')}</p>
          {view.next && <NextNote page={page} next={view.next} proposed={view.proposed?.partner} />}
          {view.next?.offered.length !== 0 && (
            <PostForm
              main
              action={`/api/v1/cases/${view.code}/refer`}
              fields={{
                ...hidden(),
                previous: draft?.values.previous?.toString() ?? view.previous ?? '',
                ...(view.next
                  ? { service: view.next.after.service }
                  : { entry: draft?.values.entry?.toString() ?? view.entry ?? '' }),
              }}
            >
              {view.next ? (
                <NextChoice
                  page={page}
                  next={view.next}
                  error={draft?.errors.entry}
                  chosen={draft?.values.entry?.toString() || view.entry || view.proposed?.id}
                />
              ) : (
                <>
                  <FrequentServices
                    page={page}
                    code={view.code}
                    services={view.frequent}
                    chosen={view.service}
                  />
                  <SelectField
                    name="service"
                    label={t('referrals.service.label')}
                    hint={t('referrals.service.hint')}
                    value={draft?.values.service?.toString() ?? view.service}
                    error={wrong && errorText(t, 'referrals', 'service', wrong)}
                    blank={t('forms.choose')}
                    options={serviceGroups(view.offers, page)}
                  />
                  {view.known.giver && <p className="meta">{t('referrals.wizard.known')}</p>}
                </>
              )}
              <ConsentQuestions
                page={page}
                form={startForm}
                draft={draft}
                values={view.known}
                child={view.child}
              />
              <div className="field row">
                <Button>{t('forms.continue')}</Button>
                <ButtonLink calm href={`/cases/${view.code}`}>
                  {t('referrals.wizard.to-case')}
                </ButtonLink>
              </div>
              <p className="meta">{t('referrals.wizard.kept')}</p>
            </PostForm>
          )}
        </Narrow>
      )}
    </WizardFrame>
  )
}
