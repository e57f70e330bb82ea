import type { ReactNode } from 'react'
import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import type { FormWords } from '@/lib/base/forms/form'
import { dayText, isoDayOf } from '@/lib/base/time/days'
import type { CaseHead } from '@/lib/desks/case-file/head'
import type { Draft } from '@/lib/platform/gate/drafts'
import { CaseFrame, type Framed } from '../case-frame'

type Props = {
  head: CaseHead
  draft: Draft | undefined
  page: Framed
  form: FormWords
  title: string
  lead?: string
  button: string
  /** Below the case's own address. */
  posts: string
  version?: number
  /** Between the question and its fields. */
  before?: ReactNode
  /** In place of all fields in order. */
  children?: ReactNode
}

/** One question about following somebody up, and the way back to the list. */
export function FollowQuestion({ head, draft, page, form, title, lead, button, ...rest }: Props) {
  const { t, locale, actor } = page
  const { code } = head.reach.record
  const today = dayText(isoDayOf(actor.now))
  const words = { form, draft, t, locale, values: { followedOn: today, reviewedOn: today } }
  return (
    <CaseFrame keeps head={head} page={page} title={title}>
      <Narrow>
        <DraftNotice {...words} />
        <div>
          <h2>{title}</h2>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {rest.before}
        <PostForm main action={`/api/v1/cases/${code}/${rest.posts}`} fields={hidden(rest.version)}>
          {rest.children ?? <FormFields {...words} />}
          <div className="field row">
            <Button>{button}</Button>
            <ButtonLink calm href={`/cases/${code}/follow-ups`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
