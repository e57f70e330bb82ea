import { listedService } from '@/app/_frame/listed-service'
import { Button } from '@/app/_ui/button'
import { Chips } from '@/app/_ui/chips'
import { SelectField } from '@/app/_ui/choices'
import { Details } from '@/app/_ui/details'
import { GetForm } from '@/app/_ui/form'
import { Columns } from '@/app/_ui/layout'
import { donorName, label, offered } from '@/lib/base/codes/codes'
import { month as monthWords } from '@/lib/base/i18n/dates'
import { isoDayOf } from '@/lib/base/time/days'
import { kinds, servicesOf } from '@/lib/casework/assistance/kinds'
import { helpHref, monthsUntil, type Part, parts, withoutPart } from '@/lib/desks/assistance/filter'
import type { HelpList } from '@/lib/desks/assistance/list-assistance'
import type { Page } from '@/lib/platform/gate/read'

type Props = { list: HelpList; page: Omit<Page<unknown>, 'view'> }

/** What the list is narrowed to, as chips that take it away, and a form: month, kind, service of it, donor, project, office. */
export function HelpFilters({ list, page }: Props) {
  const { t, locale, actor } = page
  const { filter, offices } = list
  const held = parts.filter((part) => filter[part] !== undefined)
  return (
    <div className="stack tight">
      {held.length > 0 && (
        <Chips
          chips={held.map((part) => ({
            href: helpHref(withoutPart(filter, part)),
            label: said(part, list, page),
          }))}
          removeLabel={t('cases.filter.remove')}
          clear={{ href: helpHref({ month: filter.month }), label: t('cases.filter.clear') }}
        />
      )}
      <Details summary={t('assistance.browse.filter')}>
        <GetForm action="/assistance">
          <Columns count={3}>
            <SelectField
              name="month"
              label={t('assistance.browse.month')}
              value={filter.month.code}
              options={monthsUntil(isoDayOf(actor.now)).map((value) => ({
                value,
                label: monthWords(locale, `${value}-01`),
              }))}
            />
            {parts
              .filter((part) => part !== 'office' || offices.length > 1)
              .map((part) => (
                <SelectField
                  key={part}
                  name={part}
                  label={t(`assistance.browse.by-${part}`)}
                  blank={t('cases.filter.all')}
                  value={filter[part]}
                  options={optionsOf(part, list, page)}
                />
              ))}
          </Columns>
          <p>
            <Button calm small>
              {t('cases.filter.apply')}
            </Button>
          </p>
        </GetForm>
      </Details>
    </div>
  )
}

function optionsOf(
  part: Part,
  { filter, offices, projects, totals }: HelpList,
  { t, locale }: Props['page'],
) {
  if (part === 'kind') return kinds().map((value) => ({ value, label: label('service_type', value, locale) }))
  if (part === 'service') {
    // Of a kind all its services; else those of which there is something.
    const services = filter.kind
      ? servicesOf(filter.kind, []).map(({ code }) => code)
      : totals.map((one) => one.service)
    return [...new Set(services)].map((value) => ({ value, label: listedService(value, { t, locale }) }))
  }
  if (part === 'donor')
    return offered('donor').map(({ code: value }) => ({ value, label: label('donor', value, locale) }))
  if (part === 'project')
    return projects.map(({ id, name, donor }) => ({
      value: id,
      label: `${donorName(donor, locale)}, ${name}`,
    }))
  return offices.map(({ id, name }) => ({ value: id, label: name }))
}

const said = (part: Part, list: HelpList, page: Props['page']): string =>
  optionsOf(part, list, page).find(({ value }) => value === list.filter[part])?.label ??
  list.filter[part] ??
  ''
