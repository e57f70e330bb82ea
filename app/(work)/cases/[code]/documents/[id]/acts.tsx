import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { Details } from '@/app/_ui/details'
import { PostForm } from '@/app/_ui/form'
import { giveBackForm, keepReceivedForm, withdrawDocumentForm } from '@/lib/casework/documents/form'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Framed } from '../../case-frame'

type Props = { code: string; id: string; draft: Draft | undefined; page: Framed }

/** The paper goes back: to whom. */
export function GiveBack({ code, id, draft, page: { t, locale } }: Props) {
  const form = { form: giveBackForm, draft, t, locale }
  return (
    <section>
      <h2>{t('documents.give.title')}</h2>
      <DraftNotice {...form} />
      <PostForm action={`/api/v1/cases/${code}/documents/give-back`} fields={{ ...hidden(), document: id }}>
        <FormField {...form} name="givenTo" />
        <p className="row">
          <Button calm>{t('documents.give.button')}</Button>
        </p>
      </PostForm>
    </section>
  )
}

/** What an agency sent is kept as what it is, with one press. */
export function KeepReceived({ code, id, draft, page: { t, locale } }: Props) {
  const form = { form: keepReceivedForm, draft, t, locale }
  return (
    <section>
      <h2>{t('documents.keep.title')}</h2>
      <DraftNotice {...form} />
      <p>{t('documents.keep.lead')}</p>
      <PostForm action={`/api/v1/cases/${code}/documents/keep`} fields={{ ...hidden(), document: id }}>
        <FormField {...form} name="keptKind" />
        <p className="row">
          <Button>{t('documents.keep.button')}</Button>
        </p>
      </PostForm>
    </section>
  )
}

/** The file is deleted, the line stays: why. */
export function Withdraw({ code, id, draft, page: { t, locale } }: Props) {
  const form = { form: withdrawDocumentForm, draft, t, locale }
  return (
    <Details summary={t('documents.withdraw.title')} open={draft !== undefined}>
      <DraftNotice {...form} />
      <p>{t('documents.withdraw.lead')}</p>
      <PostForm action={`/api/v1/cases/${code}/documents/withdraw`} fields={{ ...hidden(), document: id }}>
        <FormField {...form} name="why" />
        <p className="row">
          <Button calm>{t('documents.withdraw.button')}</Button>
        </p>
      </PostForm>
    </Details>
  )
}
