import type { ReactNode } from 'react'
import { DraftNotice } from '@/app/_frame/form-fields'
import { WorkPage } from '@/app/_frame/work-page'
import { Code } from '@/app/_ui/code'
import { Crumb } from '@/app/_ui/crumb'
import { Head } from '@/app/_ui/head'
import { Steps } from '@/app/_ui/steps'
import { label, partnerName } from '@/lib/base/codes/codes'
import type { FormWords } from '@/lib/base/forms/form'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'

/** The check is the end of the third: a page of its own only where something has to be looked at once more. */
const steps = ['consent', 'service', 'share'] as const
type Step = (typeof steps)[number] | 'check'

type Props = {
  page: Omit<Page<unknown>, 'view'>
  code: string
  step: Step
  form: FormWords
  draft: Draft | undefined
  /** Known from page 2 on. */
  towards?: { service: string; partner: string; chosen: boolean } | undefined
  children: ReactNode
}

/** The answer is given once there is a draft, the service once one is chosen; the third ends with sending. PURE. */
const doneSteps = (step: Step, towards: Props['towards']): boolean[] => [
  step !== 'consent' || towards !== undefined,
  towards?.chosen === true,
  false,
]

/** Title, place and the four steps of a referral being prepared. */
export function WizardFrame({ page, code, step, form, draft, towards, children }: Props) {
  const { t, locale } = page
  const title = t(`referrals.wizard.${step}.title`)
  const here = towards
    ? t('referrals.wizard.towards', {
        partner: partnerName(towards.partner, locale),
        service: label('service_type', towards.service, locale),
      })
    : t('referrals.verb.start')
  return (
    <WorkPage keeps={!draft?.conflict} page={page} title={`${title} – ${code}`} under="/cases">
      <Crumb
        label={t('frame.crumb')}
        links={[{ href: `/cases/${code}`, label: <Code>{code}</Code> }]}
        here={here}
      />
      <Head
        title={title}
        actions={
          <Steps
            label={t('referrals.wizard.steps')}
            doneLabel={t('referrals.wizard.done')}
            current={step === 'check' ? 2 : steps.indexOf(step)}
            done={doneSteps(step, towards)}
            steps={steps.map((name) => t(`referrals.wizard.${name}.step`))}
          />
        }
      />
      {!draft?.conflict && <DraftNotice form={form} draft={draft} t={t} locale={locale} />}
      {children}
    </WorkPage>
  )
}
