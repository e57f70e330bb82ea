import { FormFields } from '@/app/_frame/form-fields'
import { QuestionPage } from '@/app/_frame/question-page'
import { projectForm } from '@/lib/casework/projects/form'
import { prepareNewProject } from '@/lib/desks/administration/view-projects'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { searchParams: Promise<Query> }

export default async function NewProjectPage({ searchParams }: Props) {
  const query = await searchParams
  const page = await read({ action: 'project.add', roles: ['ADMIN'] }, (reading) =>
    prepareNewProject(reading, query),
  )
  const { t, locale, view } = page
  return (
    <QuestionPage
      page={page}
      under="/projects"
      title={t('projects.new.title')}
      lead={t('projects.new.lead')}
      about={{ code: t('projects.title'), href: '/projects', here: t('projects.new.title') }}
      form={projectForm}
      draft={view.draft}
      action="/api/v1/projects"
      version={0}
      button={t('projects.new.button')}
    >
      <FormFields form={projectForm} draft={view.draft} t={t} locale={locale} />
    </QuestionPage>
  )
}
