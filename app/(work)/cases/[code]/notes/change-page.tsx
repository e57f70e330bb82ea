import type { ReactNode } from 'react'
import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import type { FormWords } from '@/lib/base/forms/form'
import type { CaseHead } from '@/lib/desks/case-file/head'
import type { Draft } from '@/lib/platform/gate/drafts'
import { CaseFrame, type Framed } from '../case-frame'

type Props = {
  page: Framed
  head: CaseHead
  title: string
  lead: string
  form: FormWords
  draft: Draft | undefined
  values?: Record<string, string> | undefined
  action: string
  version?: number | undefined
  button: string
  back: string
  /** Fields of its own before those of the form. */
  children?: ReactNode
  /** Questions of the form, in this order; default: all. */
  only?: readonly string[] | undefined
}

/** One question about the notes of a case: what follows, the fields, one filled button, the way back. */
export function ChangePage({ page, head, title, lead, form, draft, children, ...rest }: Props) {
  const { t, locale } = page
  const said = { form, draft, t, locale }
  return (
    <CaseFrame keeps head={head} page={page} title={title}>
      <Narrow>
        <DraftNotice {...said} />
        <div>
          <h2>{title}</h2>
          <p className="lead">{lead}</p>
        </div>
        <PostForm main action={rest.action} fields={hidden(rest.version)}>
          {children}
          <FormFields {...said} values={rest.values ?? {}} {...(rest.only && { only: rest.only })} />
          <div className="field row">
            <Button>{rest.button}</Button>
            <ButtonLink calm href={rest.back}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
