import { ConflictForm } from '@/app/_frame/conflict-form'
import { label, partnerName } from '@/lib/base/codes/codes'
import type { FormWords } from '@/lib/base/forms/form'
import { isFactKey } from '@/lib/casework/consents/facts'
import { saferDraft } from '@/lib/casework/referrals/sharing/safer-draft'
import type { FoundDraft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'

type Props = {
  page: Omit<Page<unknown>, 'view'>
  form: FormWords
  draft: FoundDraft
  base: string
  step: 'consent' | 'service' | 'share'
  /** Lines of the directory that an answer may name. */
  entries?: readonly { id: string; partner: string; place: string }[] | undefined
}

/** Two people changed one page of a referral being prepared: field by field, in words. Nothing without a conflict. */
export function DraftConflict({ page, form, draft, base, step, entries = [] }: Props) {
  const { t, locale } = page
  const words = (name: string, code: string) => {
    if (name === 'service') return label('service_type', code, locale)
    if (name === 'facts') return isFactKey(code) ? t(`referrals.fact.${code}`) : undefined
    const entry = name === 'entry' ? entries.find(({ id }) => id === code) : undefined
    return entry && [partnerName(entry.partner, locale), entry.place].filter(Boolean).join(', ')
  }
  if (!draft.conflict) return null
  // What a page sends beside its answers is no answer that two people could differ about.
  const { read: _, list: __, ...fields } = form.fields
  return (
    <ConflictForm
      form={{ ...form, fields }}
      draft={draft}
      conflict={draft.conflict}
      safer={saferDraft}
      words={words}
      action={`/api/v1${base}/${step}`}
      back={`${base}/${step}`}
      page={page}
    />
  )
}
