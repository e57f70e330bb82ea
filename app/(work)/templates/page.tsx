import { WorkPage } from '@/app/_frame/work-page'
import { Head } from '@/app/_ui/head'
import { Note } from '@/app/_ui/note'
import { Table } from '@/app/_ui/table'
import { label } from '@/lib/base/codes/codes'
import { said } from '@/lib/casework/plans/templates'
import { viewTemplates } from '@/lib/desks/administration/view-templates'
import { dueLimitWords } from '@/lib/desks/case-file/plan-words'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { searchParams: Promise<Query> }

/** The templates of plans as this organisation has them. */
export default async function TemplatesPage({ searchParams }: Props) {
  const query = await searchParams
  const page = await read({ action: 'plan.templates', roles: ['ADMIN'] }, viewTemplates)
  const { t, locale, view } = page
  const columns = (['action', 'who', 'limit', 'state'] as const).map((name) => ({
    label: t(`plans.templates.${name}`),
  }))
  return (
    <WorkPage page={page} title={t('plans.templates.title')} under="/templates">
      <Head title={t('plans.templates.title')} lead={t('plans.templates.lead')} />
      {one(query, 'done') === 'saved' && (
        <Note tone="good" icon="ok" live>
          {t('plans.templates.saved')}
        </Note>
      )}
      {view.templates.map(({ id, title, actions }) => (
        <Table
          key={id}
          title={{ id, text: said(title, locale) }}
          columns={columns}
          narrow="cards"
          rows={actions.map(({ change, ...action }) => ({
            key: action.id,
            cells: [
              <a key="what" href={`/templates/${action.id}`}>
                {said(action.text, locale)}
              </a>,
              label('action_owner', action.owner, locale),
              dueLimitWords(action.due, change, page),
              change?.off
                ? t('plans.templates.off')
                : change?.hours || change?.days
                  ? t('plans.templates.changed')
                  : t('plans.templates.as-given'),
            ],
          }))}
        />
      ))}
    </WorkPage>
  )
}
