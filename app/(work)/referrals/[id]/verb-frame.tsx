import type { ReactNode } from 'react'
import { CallStop } from '@/app/_frame/call-stop'
import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { Crumb } from '@/app/_ui/crumb'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { label, partnerName } from '@/lib/base/codes/codes'
import type { FormWords } from '@/lib/base/forms/form'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import type { CallSaid } from '@/lib/desks/referral/call-said'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'

type View = {
  id: string
  code: string
  service: string
  partner: string
  version: number
  /** What the person said about being called, on pages where they are asked or told something. */
  said?: CallSaid
  draft: Draft | undefined
}
type Props = {
  page: Omit<Page<unknown>, 'view'>
  view: View
  form: FormWords
  title: string
  lead: ReactNode
  /** Last part of the endpoint's address. */
  verb: string
  button: string
  /** Stands after the form: what is to be handed over. */
  beside?: ReactNode
  children: ReactNode
}

/** One question about one referral: title, why, the form, and the way back. */
export function VerbFrame({ page, view, form, title, lead, verb, button, beside, children }: Props) {
  const { t, locale } = page
  const here = `${label('service_type', view.service, locale)}, ${partnerName(view.partner, locale)}`
  const back = `/referrals/${view.id}`
  return (
    <WorkPage keeps page={page} title={`${title} – ${referralCode(view.id)}`} under="/referrals">
      <Narrow>
        <div className={beside ? 'noprint stack' : 'stack'}>
          <Crumb
            label={t('frame.crumb')}
            links={[
              { href: `/cases/${view.code}`, label: <Code>{view.code}</Code> },
              { href: back, label: <Code>{referralCode(view.id)}</Code> },
            ]}
            here={here}
          />
          <DraftNotice form={form} draft={view.draft} t={t} locale={locale} />
          <div>
            <h1>{title}</h1>
            <p className="lead">{lead}</p>
          </div>
          {view.said && <CallStop said={view.said} code={view.code} page={page} />}
          <PostForm main action={`/api/v1/referrals/${view.id}/${verb}`} fields={hidden(view.version)}>
            {children}
            <div className="field row">
              <Button>{button}</Button>
              <ButtonLink calm href={back}>
                {t('forms.back')}
              </ButtonLink>
            </div>
          </PostForm>
        </div>
        {beside}
      </Narrow>
    </WorkPage>
  )
}
