import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import type { FormWords, RawValues } from '@/lib/base/forms/form'
import { askedWays } from '@/lib/desks/account/asked-ways'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'

type Props = {
  form: FormWords
  action: string
  view: {
    values: RawValues
    failed: boolean
    leaves: { mail: boolean; sms: boolean }
    draft: Draft | undefined
    done: boolean
  }
  page: Omit<Page<unknown>, 'view'>
}

/** By which way one is told of what, kind by kind, and what the installation can do of it. */
export function WaysForm({ form, action, view, page: { t, locale } }: Props) {
  const { mail, sms } = view.leaves
  const asked = askedWays(form, view.values, sms)
  const words = { form: asked.form, draft: view.draft, t, locale }
  // Where nothing leaves there is no other way to choose.
  const silent = mail ? !sms && 'no-sms' : sms ? 'no-mail' : 'none-leaves'
  return (
    <>
      {view.done && (
        <Note tone="good" icon="ok" live>
          {t('notices.choices.done')}
        </Note>
      )}
      {view.failed && (
        <Note tone="late" icon="warn">
          {t('notices.choices.failed')}
        </Note>
      )}
      {silent && <Note>{t(`notices.choices.${silent}`)}</Note>}
      <DraftNotice {...words} />
      <PostForm main action={action} fields={{ ...hidden(), ...asked.carried }}>
        <FormFields {...words} values={view.values} />
        <div className="field">
          <Button>{t('notices.choices.button')}</Button>
        </div>
      </PostForm>
    </>
  )
}
