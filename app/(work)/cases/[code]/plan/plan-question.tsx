import type { ReactNode } from 'react'
import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { type Hidden, PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import type { FormWords } from '@/lib/base/forms/form'
import type { CaseHead } from '@/lib/desks/case-file/head'
import type { Draft } from '@/lib/platform/gate/drafts'
import { CaseFrame, type Framed } from '../case-frame'

type Props = {
  head: CaseHead
  page: Framed
  form: FormWords
  draft: Draft | undefined
  title: string
  lead: string
  action: string
  fields?: Hidden | undefined
  button: string
  /** Where "back" leads; the plan, unless said. */
  back?: string | undefined
  children: ReactNode
}

/** One question about the plan of a case: the case's bar, the question, one filled button, the way back. */
export function PlanQuestion({ head, page, form, draft, title, lead, children, ...send }: Props) {
  const { t, locale } = page
  const plan = `/cases/${head.reach.record.code}/plan`
  return (
    <CaseFrame keeps head={head} page={page} title={title}>
      <Narrow>
        <DraftNotice form={form} draft={draft} t={t} locale={locale} />
        <div>
          <h2>{title}</h2>
          <p className="lead">{lead}</p>
        </div>
        <PostForm main action={send.action} fields={send.fields ?? hidden()}>
          {children}
          <div className="field row">
            <Button>{send.button}</Button>
            <ButtonLink calm href={send.back ?? plan}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
