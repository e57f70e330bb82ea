import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { wordingOf } from '@/lib/base/i18n/translate'
import { memberForm } from '@/lib/casework/cases/form'
import { newcomers } from '@/lib/casework/staff/colleagues'
import { prepareLead } from '@/lib/desks/case-file/prepare-lead'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'
import { Arrived } from '../case-warnings'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function TeamPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.team', roles: caseworkerRoles }, (reading) =>
    prepareLead(reading, code, { form: 'case.add-colleague', query }),
  )
  const { t, locale, view } = page
  const { head, draft, staff } = view
  const role = (code: string) => wordingOf(t, `session.role.${code}`, code)
  const able = newcomers(staff, caseworkerRoles)
  return (
    <CaseFrame keeps head={head} page={page} title={t('cases.team.title')}>
      <Narrow>
        <Arrived word={query.done?.toString()} head={head} page={page} />
        <DraftNotice form={memberForm} draft={draft} t={t} locale={locale} />
        <div>
          <h2>{t('cases.aside.team')}</h2>
          <ul className="ticks">
            {staff
              .filter(({ capacity }) => capacity !== null)
              .map(({ id, name, role: code, capacity }) => (
                <li key={id}>
                  <span>
                    <bdi>{name}</bdi>{' '}
                    <small>
                      {role(code)}
                      {capacity !== 'MEMBER' && `, ${wordingOf(t, `cases.capacity.${capacity}`, '')}`}
                    </small>
                  </span>
                </li>
              ))}
          </ul>
        </div>
        {able.length === 0 ? (
          <p className="meta">{t('cases.team.all-there')}</p>
        ) : (
          <PostForm main action={`/api/v1/cases/${code}/team`} fields={hidden()}>
            <RadioGroup
              name="colleague"
              label={t('cases.colleague.label')}
              hint={t('cases.colleague.hint')}
              one
              value={draft?.values.colleague?.toString()}
              error={draft?.errors.colleague && errorText(t, 'cases', 'colleague', draft.errors.colleague)}
              options={able.map((one) => ({
                value: one.id,
                label: <bdi>{one.name}</bdi>,
                hint: [
                  role(one.role),
                  one.languages.map((spoken) => label('language', spoken, locale)).join(', '),
                  one.languages.some((spoken) => head.person.languages.includes(spoken)) &&
                    t('staff.hand.why.speaks'),
                ]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
            <div className="field row">
              <Button>{t('cases.team.button')}</Button>
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
