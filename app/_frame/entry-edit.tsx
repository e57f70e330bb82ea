import { Crumb } from '@/app/_ui/crumb'
import { Narrow } from '@/app/_ui/layout'
import { label, partnerName } from '@/lib/base/codes/codes'
import { entryForm } from '@/lib/casework/services/form'
import type { Entry } from '@/lib/casework/services/ranking'
import { factsShown } from '@/lib/casework/services/write-values'
import type { FoundDraft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'
import { ConflictForm } from './conflict-form'
import { EntryFields } from './entry-fields'
import { hiddenEdit } from './hidden'
import { QuestionPage } from './question-page'
import { WorkPage } from './work-page'

type Props = {
  page: Page<{
    entry: Omit<Entry, 'rate' | 'phone'>
    cercles: readonly string[]
    draft: FoundDraft | undefined
  }>
  /** Where the entries of this reader are listed: its menu entry, and what its addresses begin with. */
  list: '/directory' | '/services'
}

/** The page on which an entry is changed, by an administrator or by its agency. */
export function EntryEdit({ page, list }: Props) {
  const { t, locale, view } = page
  const { entry, cercles, draft } = view
  const values = factsShown({
    ...entry,
    cercles: entry.cercles,
    languages: entry.languages,
  })
  const service = label('service_type', entry.service, locale)
  const here = `${list}/${entry.id}`
  const action = `/api/v1${here}/edit`
  if (draft?.conflict)
    return (
      <WorkPage page={page} title={`${t('services.edit.title')} – ${service}`} under={list}>
        <Narrow>
          <Crumb
            label={t('frame.crumb')}
            links={[{ href: here, label: service }]}
            here={t('services.edit.title')}
          />
          <h1>{t('services.edit.title')}</h1>
          <ConflictForm
            form={entryForm}
            draft={draft}
            conflict={draft.conflict}
            safer={() => ({ pick: 'theirs', safer: false })}
            action={action}
            back={`${here}/edit`}
            page={page}
          />
        </Narrow>
      </WorkPage>
    )
  return (
    <QuestionPage
      page={page}
      under={list}
      title={t('services.edit.title')}
      lead={t('services.edit.lead')}
      about={{ code: service, href: here, here: partnerName(entry.partner, locale) }}
      form={entryForm}
      draft={draft}
      action={action}
      version={entry.version}
      fields={hiddenEdit(entry.version, values, draft) as Record<string, string | undefined>}
      button={t('services.edit.button')}
    >
      <EntryFields
        page={page}
        form={entryForm}
        office={entry.office}
        cercles={cercles}
        values={values}
        draft={draft}
      />
    </QuestionPage>
  )
}
