import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Crumb } from '@/app/_ui/crumb'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import type { FormWords } from '@/lib/base/forms/form'
import type { Answer } from '@/lib/casework/referrals/machine/partner-policy'
import { prepareAnswer } from '@/lib/desks/inbox/prepare-answer'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'
import { PaperField } from './paper-field'

export type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }
type Words = { title: string; lead: string; button: string }
type Asked = {
  answer: Answer
  verb: string
  form: FormWords
  withFile?: true
  words: (t: Page<unknown>['t']) => Words
}
type Fields = (page: Omit<Page<unknown>, 'view'> & { draft: Draft | undefined }) => ReactNode

/** One question, one page: what it means, its fields, one button. What has ended shows its stub instead. */
export async function answerPage({ params, searchParams }: Props, asked: Asked, fields: Fields) {
  const { id } = await params
  const query = await searchParams
  const page = await read(
    { action: `inbox.${asked.answer}`, roles: ['PARTNER_FP'], session: 'partner', byLink: true },
    (reading) => prepareAnswer(reading, id, { answer: asked.answer, query }),
  )
  const { t, locale, view } = page
  if (view.ended) return redirect(`/inbox/${id}`)
  const { title, lead, button } = asked.words(t)
  const { draft, code } = view
  return (
    <WorkPage keeps page={page} title={`${title} – ${code}`} under="/inbox">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: `/inbox/${id}`, label: code }]}
          here={label('service_type', view.service, locale)}
        />
        <DraftNotice form={asked.form} draft={draft} t={t} locale={locale} />
        <div>
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
        </div>
        <PostForm
          main
          withFile={asked.withFile}
          action={`/api/v1/inbox/${id}/${asked.verb}`}
          fields={hidden(view.version)}
        >
          {fields({ ...page, draft })}
          {asked.withFile && <PaperField draft={draft} t={t} />}
          <div className="field row">
            <Button>{button}</Button>
            <ButtonLink calm href={`/inbox/${id}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
