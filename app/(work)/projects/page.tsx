import { WorkPage } from '@/app/_frame/work-page'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { Note } from '@/app/_ui/note'
import { Table } from '@/app/_ui/table'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { isMessageKey } from '@/lib/base/i18n/translate'
import { viewProjects } from '@/lib/desks/administration/view-projects'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { searchParams: Promise<Query> }

/** What donors pay for: from which day until which a line of help may name it. */
export default async function ProjectsPage({ searchParams }: Props) {
  const query = await searchParams
  const page = await read({ action: 'project.list', roles: ['ADMIN'] }, viewProjects)
  const { t, locale, view } = page
  const done = `projects.done.${one(query, 'done')}`
  const columns = (['name', 'donor', 'from', 'until', 'state'] as const).map((name) => ({
    label: t(`projects.list.${name}`),
  }))
  return (
    <WorkPage page={page} title={t('projects.title')} under="/projects">
      <Head
        title={t('projects.title')}
        lead={t('projects.lead')}
        actions={<ButtonLink href="/projects/new">{t('projects.new.title')}</ButtonLink>}
      />
      {isMessageKey(done) && (
        <Note tone="good" icon="ok" live>
          {t(done)}
        </Note>
      )}
      {view.projects.length === 0 ? (
        <Empty title={t('projects.empty')}>{t('projects.lead')}</Empty>
      ) : (
        <Table
          caption={t('projects.title')}
          quietCaption
          columns={columns}
          narrow="cards"
          rows={view.projects.map((project) => ({
            key: project.id,
            cells: [
              <a key="name" href={`/projects/${project.id}`}>
                <bdi>{project.name}</bdi>
              </a>,
              label('donor', project.donor, locale),
              day(locale, project.fromOn),
              project.untilOn ? day(locale, project.untilOn) : t('projects.no-end'),
              t(`projects.standing.${project.standing}`),
            ],
          }))}
        />
      )}
    </WorkPage>
  )
}
