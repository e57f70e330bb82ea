import type { ReactNode } from 'react'
import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import type { FormWords } from '@/lib/base/forms/form'
import type { MessageKey } from '@/lib/base/i18n/dictionary'
import type { ReturnAct, ReturnForm } from '@/lib/desks/case-file/view-return'
import type { Page } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'

export type FormPage = Page<ReturnForm>
type Props = {
  page: FormPage
  act: ReturnAct
  form: FormWords
  version?: number | undefined
  fields?: Record<string, string | undefined>
  /** Further buttons of the same form. */
  more?: ReactNode
  button?: MessageKey
  /** Above the form: what is asked about. */
  above?: ReactNode
  title?: string
  children: ReactNode
}

/** One act of a path: what it is, what it is about, its questions, one filled button, the way back. */
export function ReturnFormPage({ page, act, form, children, ...rest }: Props) {
  const { t, locale, view } = page
  const { code } = view.head.reach.record
  const title = rest.title ?? t(`reintegration.${act}.title`)
  return (
    <CaseFrame keeps head={view.head} page={page} title={title}>
      <Narrow>
        <DraftNotice form={form} draft={view.draft} t={t} locale={locale} />
        <div>
          <h2>{title}</h2>
          <p className="lead">{t(`reintegration.${act}.lead`)}</p>
        </div>
        {rest.above}
        <PostForm
          main
          action={`/api/v1/cases/${code}/return/${act}`}
          fields={{ ...hidden(rest.version), ...rest.fields }}
        >
          {children}
          <div className="field row">
            <Button>{t(rest.button ?? `reintegration.${act}.button`)}</Button>
            {rest.more}
            <ButtonLink calm href={`/cases/${code}/return`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
