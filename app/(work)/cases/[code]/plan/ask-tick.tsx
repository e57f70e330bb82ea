import { FormField } from '@/app/_frame/form-fields'
import { Note } from '@/app/_ui/note'
import type { FormWords } from '@/lib/base/forms/form'
import type { ApprovalReason } from '@/lib/casework/plans/approval'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Framed } from '../case-frame'

type Props = { needs: ApprovalReason | undefined; form: FormWords; draft: Draft | undefined; page: Framed }

/** Where a plan needs the supervisor's word the save asks for it and says so; elsewhere the team may. */
export const AskTick = ({ needs, form, draft, page: { t, locale } }: Props) =>
  needs ? (
    <Note>
      {t(`plans.asks.${needs}`)} {t('plans.approval.needed')}
    </Note>
  ) : (
    <FormField name="ask" form={form} draft={draft} t={t} locale={locale} />
  )
