import { FormField } from '@/app/_frame/form-fields'
import { Button } from '@/app/_ui/button'
import { Details } from '@/app/_ui/details'
import { Columns, Section } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { type Age, ageOn } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { memberForm } from '@/lib/casework/people/form'
import type { HouseholdLink } from '@/lib/casework/people/household-links'
import type { PersonView } from '@/lib/casework/people/queries'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Framed } from '../../case-frame'

type Props = {
  members: PersonView[]
  /** Files of their own that this reader may open. */
  links: readonly HouseholdLink[]
  draft: Draft | undefined
  code: string
  page: Framed
}

/** Who lives with the person: one line each, the fields to add one. All stands in the page's one form, so that no button empties another's fields. */
export function Members({ members, links, draft, code, page }: Props) {
  const { t, locale } = page
  const field = (name: string) => (
    <FormField name={name} form={memberForm} draft={draft} t={t} locale={locale} />
  )
  return (
    <Section title={t('people.members.title')} id="members" tight>
      {members.length === 0 && <p className="meta">{t('people.members.none')}</p>}
      <ul className="ticks">
        {members.map((one) => (
          <Member
            key={one.id}
            one={one}
            own={links.find(({ memberId }) => memberId === one.id)}
            code={code}
            page={page}
          />
        ))}
      </ul>
      <Details summary={t('people.members.add')} open={draft !== undefined}>
        {field('memberGiven')}
        <Columns>
          {field('memberAge')}
          {field('ageUnsaid')}
        </Columns>
        {field('memberSex')}
        {field('memberRole')}
        <p>
          <Button calm formAction={`/api/v1/cases/${code}/household/add`}>
            {t('people.members.add')}
          </Button>
        </p>
      </Details>
    </Section>
  )
}

/** Where only the year is known both ages are said; where none is, why. */
const memberAge = (age: Age, unsaid: string, t: Translate, locale: Locale): string =>
  age.kind === 'unknown'
    ? unsaid && t('people.members.age-unsaid', { why: label('unsaid', unsaid, locale).toLocaleLowerCase() })
    : age.kind === 'exact'
      ? t('people.members.age', { age: age.years })
      : t('people.members.ages', { from: age.from, to: age.to })

type One = { one: PersonView; own: HouseholdLink | undefined; code: string; page: Framed }

function Member({ one, own, code, page: { t, locale, actor } }: One) {
  const role = one.householdRole ? label('household_role', one.householdRole, locale) : ''
  const facts = [
    role,
    wordingOf(t, `cases.sex.${one.sex}`, one.sex),
    memberAge(ageOn({ year: one.birthYear }, isoDayOf(actor.now)), one.identity.ageUnsaid, t, locale),
  ]
  return (
    <li>
      <div className="row">
        <span>
          <bdi>{one.identity.given || t('cases.bar.no-name')}</bdi>{' '}
          <small>{facts.filter(Boolean).join(', ')}</small>{' '}
          {own ? (
            <a href={`/cases/${own.code}`}>{t('people.members.own', { code: own.code })}</a>
          ) : (
            <a href={`/cases/new?household=${code}&member=${one.id}`}>{t('people.members.begin')}</a>
          )}
        </span>
        <Button calm small name="member" value={one.id} formAction={`/api/v1/cases/${code}/household/remove`}>
          {t('people.members.remove')}
        </Button>
      </div>
    </li>
  )
}
