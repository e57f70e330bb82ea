import { DraftNotice, type Filled, FormField, TypedChoice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Columns, Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { isoDayOf } from '@/lib/base/time/days'
import { isChild } from '@/lib/casework/consents/asked'
import { birthOf } from '@/lib/casework/people/birth'
import { firstPageForm } from '@/lib/casework/registration/form'
import type { MemberInReach } from '@/lib/casework/registration/member-in-reach'
import { prepareWalkIn } from '@/lib/desks/case-file/prepare-walk-in'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { AnswerFields } from '../[code]/answer-fields'
import type { Framed } from '../[code]/case-frame'
import { ReadOut } from '../[code]/read-out'

/** What the household's file says of them already; they are asked all the same. */
const knownOf = ({ reach, member }: MemberInReach, { actor }: Framed): Filled => ({
  cercle: reach.record.cercle,
  sex: member.sex,
  age: member.birthYear === null ? '' : String(actor.now.getUTCFullYear() - member.birthYear),
  ageBasis: member.ageBasis ?? undefined,
})

/** As the household's file has it; nothing while that does not say. A form that comes back asks both. */
const childOf = ({ member }: MemberInReach, { actor }: Framed): boolean | undefined =>
  member.birthYear === null ? undefined : isChild(birthOf(member), isoDayOf(actor.now))

export default async function NewCasePage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const page = await read({ action: 'case.prepare', roles: caseworkerRoles }, (reading) =>
    prepareWalkIn(reading, query),
  )
  const { t, locale, view } = page
  const { draft, cercles, from } = view
  const values = from ? knownOf(from, page) : {}
  const child = from && !draft ? childOf(from, page) : undefined
  const field = (name: string) => (
    <FormField name={name} form={firstPageForm} draft={draft} values={values} t={t} locale={locale} />
  )
  return (
    <WorkPage keeps page={page} title={t('cases.list.register')} under="/cases">
      <Narrow>
        <DraftNotice form={firstPageForm} draft={draft} t={t} locale={locale} />
        <div>
          <h1>{t('cases.list.register')}</h1>
          <p className="lead">{t('cases.new.lead')}</p>
          <p className="meta">
            {t('cases.new.known')} <a href="/search">{t('search.title')}</a>
          </p>
        </div>
        {from && <Note>{t('cases.new.household', { code: from.reach.record.code })}</Note>}
        <PostForm
          main
          action="/api/v1/cases"
          fields={{ ...hidden(), household: from?.reach.record.code, member: from?.member.id }}
        >
          <Columns>
            {field('source')}
            <TypedChoice
              t={t}
              name="cercle"
              label={t('consents.cercle.label')}
              hint={t('consents.cercle.hint')}
              value={(draft?.values ?? values).cercle?.toString()}
              error={draft?.errors.cercle && errorText(t, 'consents', 'cercle', draft.errors.cercle)}
              options={cercles.map((code) => ({ value: code, label: label('admin2_2014', code, locale) }))}
            />
          </Columns>
          {field('sex')}
          <Columns>
            {field('age')}
            {field('ageBasis')}
          </Columns>
          <ReadOut purpose="CASE_MGMT" child={child} page={page} />
          <AnswerFields draft={draft} child={child} first page={page} />
          <ReadOut purpose="STATS" child={child} page={page} />
          {field('stats')}
          {field('safeContact')}
          {field('withholdFrom')}
          <div className="field">
            <Button>{t('forms.continue')}</Button>
          </div>
          <p className="meta">
            {t('cases.new.after')} {t('same.background')}
          </p>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
