import type { ReactNode } from 'react'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Crumb } from '@/app/_ui/crumb'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import type { FormWords } from '@/lib/base/forms/form'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'
import { DraftNotice } from './form-fields'
import { hidden } from './hidden'
import { WorkPage } from './work-page'

type Props = {
  page: Omit<Page<unknown>, 'view'>
  /** The menu entry this page belongs to. */
  under: string
  /** The question, as title and heading; then what follows from the answer. */
  title: string
  lead: string
  /** What it is about: its code, its page, and a few words. */
  about: { code: string; href: string; here: string }
  form: FormWords
  draft: Draft | undefined
  action: string
  version: number
  /** What the form carries beside its questions. */
  fields?: Record<string, string | undefined>
  button: string
  children: ReactNode
}

/** One question a page: where it hangs, why it came back, the question, one filled button, the way back. */
export function QuestionPage({ page, under, title, lead, about, form, draft, children, ...send }: Props) {
  const { t, locale } = page
  return (
    <WorkPage keeps page={page} title={`${title} – ${about.code}`} under={under}>
      <Narrow>
        <Crumb label={t('frame.crumb')} links={[{ href: about.href, label: about.code }]} here={about.here} />
        <DraftNotice form={form} draft={draft} t={t} locale={locale} />
        <div>
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
        </div>
        <PostForm main action={send.action} fields={{ ...hidden(send.version), ...send.fields }}>
          {children}
          <div className="field row">
            <Button>{send.button}</Button>
            <ButtonLink calm href={about.href}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
