import { FormFields } from '@/app/_frame/form-fields'
import { QuestionPage } from '@/app/_frame/question-page'
import { SubHead } from '@/app/_ui/head'
import { label } from '@/lib/base/codes/codes'
import { day, moment } from '@/lib/base/i18n/dates'
import { changeProjectForm } from '@/lib/casework/projects/form'
import type { ProjectChange } from '@/lib/casework/projects/queries'
import { prepareProject } from '@/lib/desks/administration/view-projects'
import type { Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** Another name or another last day; below, what the project said before. */
export default async function ProjectPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'project.view', roles: ['ADMIN'] }, (reading) =>
    prepareProject(reading, id, query),
  )
  const { t, locale, view } = page
  const { project, draft } = view
  const values = {
    name: project.name,
    untilOn: project.untilOn ? day(locale, project.untilOn) : undefined,
  }
  return (
    <QuestionPage
      page={page}
      under="/projects"
      title={t('projects.change.title')}
      lead={t('projects.change.lead', {
        donor: label('donor', project.donor, locale),
        from: day(locale, project.fromOn),
      })}
      about={{ code: project.name, href: '/projects', here: t('projects.change.title') }}
      form={changeProjectForm}
      draft={draft}
      action={`/api/v1/projects/${project.id}`}
      version={project.version}
      button={t('projects.change.button')}
    >
      <FormFields form={changeProjectForm} draft={draft} values={values} t={t} locale={locale} />
      {project.changes.length > 0 && <Before changes={project.changes} page={page} />}
    </QuestionPage>
  )
}

type BeforeProps = { changes: readonly ProjectChange[]; page: Omit<Page<unknown>, 'view'> }

/** One line a change: who, when, and what stood there before. */
function Before({ changes, page: { t, locale } }: BeforeProps) {
  return (
    <section>
      <SubHead title={t('projects.before.title')} />
      <ul>
        {changes.map(({ at, by, added, name, untilOn }) => (
          <li key={at}>
            {t(added ? 'projects.before.added' : 'projects.before.was', {
              by,
              at: moment(locale, at),
              name: name ?? '',
              until: untilOn ? day(locale, untilOn) : t('projects.no-end'),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
