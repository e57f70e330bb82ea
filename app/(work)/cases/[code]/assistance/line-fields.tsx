import { FormField } from '@/app/_frame/form-fields'
import { CheckboxGroup, RadioGroup, SelectField } from '@/app/_ui/choices'
import { Columns } from '@/app/_ui/layout'
import { donorName, label, offered, unitOf } from '@/lib/base/codes/codes'
import type { FormWords } from '@/lib/base/forms/form'
import { errorText } from '@/lib/base/i18n/problem-words'
import { isForHousehold } from '@/lib/casework/assistance/believable'
import type { Project } from '@/lib/casework/assistance/funds'
import { kinds, servicesOf } from '@/lib/casework/assistance/kinds'
import type { LineView } from '@/lib/desks/case-file/prepare-assistance'
import { bandWords } from '@/lib/desks/case-file/words'
import type { Framed } from '../case-frame'
import { memberWords } from './line-words'

type Filled = { values: Readonly<Record<string, string | string[] | undefined>> }
type Props = Filled & { view: LineView; page: Framed; form: FormWords }

/** The questions of a line: what, how much and when, whom for, out of what; and what is asked a second time. */
export function LineFields({ view, page, form, values }: Props) {
  const { draft } = view
  const given = (name: string) => (draft ? draft.values[name] : values[name])
  const error = (name: string) =>
    draft?.errors[name] && errorText(page.t, 'assistance', name, draft.errors[name])
  const common = { form, draft, values, t: page.t, locale: page.locale }
  const field = (name: string) => <FormField name={name} {...common} />
  const asked = (name: string, ...codes: string[]) =>
    draft && (draft.values[name] === 'on' || codes.some((code) => Object.values(draft.errors).includes(code)))
  return (
    <>
      <ServiceField view={view} page={page} value={given('service')?.toString()} error={error('service')} />
      {asked('again', 'again') && field('again')}
      <Columns>
        {field('quantity')}
        {field('givenOn')}
      </Columns>
      {asked('sure', 'unusual', 'much') && field('sure')}
      <WhomFields view={view} page={page} chosen={given('members')} error={error('members')}>
        {field('forWhom')}
      </WhomFields>
      <SelectField
        name="donor"
        label={page.t('assistance.donor.label')}
        blank={page.t('forms.choose')}
        value={given('donor')?.toString()}
        error={error('donor')}
        options={funds(view.projects, page)}
      />
    </>
  )
}

type Chosen = { view: LineView; page: Framed; value: string | undefined; error: string | undefined }

/** The services of the kind with their units, the usual ones first; a line that is corrected may be of any kind. */
function ServiceField({ view: { kind, usual, from }, page: { t, locale }, value, error }: Chosen) {
  const line = (service: string) => {
    // It stands in brackets: its own, the code of a currency, would be the second pair.
    const unit = label('unit', unitOf(service) ?? '', locale).replace(/ \(.*\)$/, '')
    const words = `${label('service_type', service, locale)} (${unit})`
    return isForHousehold(service) ? t('assistance.service.whole', { words }) : words
  }
  const common = { name: 'service', label: t('assistance.service.label'), error }
  if (kind && !from)
    return (
      <RadioGroup
        {...common}
        one
        value={value}
        options={servicesOf(kind, usual).map(({ code }) => ({ value: code, label: line(code) }))}
      />
    )
  return (
    <SelectField
      {...common}
      value={value}
      options={kinds().map((heading) => ({
        label: label('service_type', heading, locale),
        options: servicesOf(heading, []).map(({ code }) => ({ value: code, label: line(code) })),
      }))}
    />
  )
}

type WhomProps = {
  view: LineView
  page: Framed
  chosen: string | string[] | undefined
  error: string | undefined
  children: React.ReactNode
}

/** Whom it was for; somebody who lives alone is not asked. */
function WhomFields({ view: { head }, page, chosen, error, children }: WhomProps) {
  const { t, locale, actor } = page
  const others = head.people.filter(({ standing }) => standing === 'HOUSEHOLD')
  if (others.length === 0 && (head.person.householdSize ?? 1) < 2)
    return <input type="hidden" name="forWhom" value="PERSON" />
  return (
    <>
      {children}
      {others.length > 0 && (
        <CheckboxGroup
          name="members"
          label={t('assistance.members.label')}
          error={error}
          values={[chosen ?? []].flat()}
          options={[
            {
              value: head.person.id,
              label: `${t('assistance.whom.person')}, ${bandWords(head.person, { t, locale, now: actor.now })}`,
            },
            ...others.map((one) => ({ value: one.id, label: memberWords(one, page, true) })),
          ]}
        />
      )}
    </>
  )
}

/** Donors with their projects that run on the day; each donor also without one. */
function funds(projects: readonly Project[], { t, locale }: Framed) {
  return offered('donor').map(({ code }) => ({
    label: label('donor', code, locale),
    options: [
      ...projects
        .filter(({ donor }) => donor === code)
        .map(({ id, name }) => ({ value: id, label: `${donorName(code, locale)}, ${name}` })),
      { value: code, label: t('assistance.donor.alone', { donor: donorName(code, locale) }) },
    ],
  }))
}
