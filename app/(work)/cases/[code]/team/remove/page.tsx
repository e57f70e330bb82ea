import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { errorText } from '@/lib/base/i18n/problem-words'
import { wordingOf } from '@/lib/base/i18n/translate'
import { memberForm } from '@/lib/casework/cases/form'
import { prepareRemoval } from '@/lib/desks/case-file/prepare-removal'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../case-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function RemoveColleaguePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.remove-colleague', roles: caseRoles }, (reading) =>
    prepareRemoval(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, draft, able } = view
  return (
    <CaseFrame keeps head={head} page={page} title={t('cases.team.remove')}>
      <Narrow>
        <DraftNotice form={memberForm} draft={draft} t={t} locale={locale} />
        {able.length === 0 ? (
          <p className="meta">{t('cases.team.nobody')}</p>
        ) : (
          <PostForm main action={`/api/v1/cases/${code}/team/remove`} fields={hidden()}>
            <RadioGroup
              name="colleague"
              label={t('cases.team.remove.who')}
              hint={t('cases.team.remove.hint')}
              one
              value={draft?.values.colleague?.toString()}
              error={draft?.errors.colleague && errorText(t, 'cases', 'colleague', draft.errors.colleague)}
              options={able.map(({ id, name, role }) => ({
                value: id,
                label: <bdi>{name}</bdi>,
                hint: wordingOf(t, `session.role.${role}`, role),
              }))}
            />
            <div className="field row">
              <Button>{t('cases.team.remove.button')}</Button>
              <ButtonLink calm href={`/cases/${code}`}>
                {t('forms.back')}
              </ButtonLink>
            </div>
          </PostForm>
        )}
      </Narrow>
    </CaseFrame>
  )
}
