import { RadioGroup } from '@/app/_ui/choices'
import { Empty } from '@/app/_ui/empty'
import { Narrow } from '@/app/_ui/layout'
import { errorText } from '@/lib/base/i18n/problem-words'
import { wordingOf } from '@/lib/base/i18n/translate'
import { openingForm } from '@/lib/casework/notes/form'
import { prepareOpening } from '@/lib/desks/case-file/view-notes'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../case-frame'
import { ChangePage } from '../change-page'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** The first half of an opening: to whom, and why. Whose half it is and who says the other is said before the press. */
export default async function OpenNotesPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'note.ask-opening', roles: caseRoles }, (reading) =>
    prepareOpening(reading, code, query),
  )
  const { t, view, actor } = page
  const { head, missing, draft } = view
  if (missing.length === 0)
    return (
      <CaseFrame head={head} page={page} title={t('notes.opening.title')}>
        <Narrow>
          <h2>{t('notes.opening.title')}</h2>
          <Empty title={t('notes.opening.nobody')}>{t('notes.opening.nobody-more')}</Empty>
        </Narrow>
      </CaseFrame>
    )
  return (
    <ChangePage
      page={page}
      head={head}
      title={t('notes.opening.title')}
      lead={t(`notes.opening.lead.${actor.role === 'SUPERVISOR' ? 'SUPERVISION' : 'DISCIPLINE'}`)}
      form={openingForm}
      draft={draft}
      action={`/api/v1/cases/${code}/notes/open`}
      button={t('notes.opening.ask')}
      back={`/cases/${code}/notes`}
    >
      <RadioGroup
        name="successor"
        label={t('notes.successor.label')}
        hint={t('notes.successor.hint')}
        one
        value={draft?.values.successor?.toString()}
        error={draft?.errors.successor && errorText(t, 'notes', 'successor', draft.errors.successor)}
        options={missing.map(({ id, name, role }) => ({
          value: id,
          label: <bdi>{name}</bdi>,
          hint: wordingOf(t, `session.role.${role}`, role),
        }))}
      />
    </ChangePage>
  )
}
