import { label, partnerName } from '@/lib/base/codes/codes'
import { keyForm } from '@/lib/casework/services/key-form'
import type { Entry } from '@/lib/casework/services/ranking'
import type { FoundDraft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'
import { FormFields } from './form-fields'
import { QuestionPage } from './question-page'

type Props = {
  page: Page<{ entry: Omit<Entry, 'rate' | 'phone'>; draft: FoundDraft | undefined }>
  list: '/directory' | '/services'
}

/** The page on which the public key of an entry is kept, by an administrator or by its agency. */
export function EntryKey({ page, list }: Props) {
  const { t, locale, view } = page
  const { entry, draft } = view
  const here = `${list}/${entry.id}`
  return (
    <QuestionPage
      page={page}
      under={list}
      title={t('exchange.key.title')}
      lead={t(list === '/services' ? 'exchange.key.own-lead' : 'exchange.key.lead')}
      about={{
        code: label('service_type', entry.service, locale),
        href: here,
        here: partnerName(entry.partner, locale),
      }}
      form={keyForm}
      draft={draft}
      action={`/api/v1${here}/key`}
      version={entry.version}
      button={t('exchange.key.save')}
    >
      <FormFields
        form={keyForm}
        draft={draft}
        values={{ recipient: entry.recipient ?? '', fingerprint: '' }}
        t={t}
        locale={locale}
      />
    </QuestionPage>
  )
}
