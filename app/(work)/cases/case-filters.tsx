import { Button } from '@/app/_ui/button'
import { Chips } from '@/app/_ui/chips'
import { SelectField } from '@/app/_ui/choices'
import { Details } from '@/app/_ui/details'
import { GetForm } from '@/app/_ui/form'
import { Columns } from '@/app/_ui/layout'
import { type FilterName, listHref, risks, sexes, sides, writeSort } from '@/lib/casework/views/filter'
import { queryOf } from '@/lib/casework/views/forms'
import { filterParts } from '@/lib/desks/case-file/filter-words'
import type { CaseList } from '@/lib/desks/case-file/list-cases'
import type { Page } from '@/lib/platform/gate/read'

type Props = { list: CaseList; page: Omit<Page<unknown>, 'view'> }

/** Filters by address: what holds, as chips that take it away, and a form to add more. */
export function CaseFilters({ list, page }: Props) {
  const { t } = page
  const { filter, leads, offices, supervises } = list
  const without = (name: FilterName) => listHref({ ...filter, [name]: undefined })
  const chips = filterParts(filter, list, t).map(({ name, label }) => ({ href: without(name), label }))
  const all = t('cases.filter.all')
  return (
    <div className="stack tight">
      {chips.length > 0 && (
        <Chips
          chips={chips}
          removeLabel={t('cases.filter.remove')}
          clear={{ href: listHref({ view: filter.view }), label: t('cases.filter.clear') }}
        />
      )}
      <Details summary={t('cases.filter.add')}>
        <GetForm
          action="/cases"
          fields={{ view: filter.view === 'open' ? undefined : filter.view, sort: writeSort(filter.sort) }}
        >
          <Columns count={3}>
            <SelectField
              name="risk"
              label={t('cases.filter.risk')}
              blank={all}
              value={filter.risk}
              options={risks.map((value) => ({
                value,
                label: t(`cases.risk.${value}`),
              }))}
            />
            {filter.view !== 'closed' && (
              <SelectField
                name="turn"
                label={t('cases.filter.turn')}
                blank={all}
                value={filter.turn}
                options={sides.map((value) => ({ value, label: t(`cases.filter.turn.${value}`) }))}
              />
            )}
            <SelectField
              name="sex"
              label={t('cases.filter.sex')}
              blank={all}
              value={filter.sex}
              options={sexes.map((value) => ({ value, label: t(`cases.sex.${value}`) }))}
            />
            {offices.length > 1 && (
              <SelectField
                name="office"
                label={t('cases.filter.office')}
                blank={all}
                value={filter.office}
                options={offices.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            {supervises && (
              <SelectField
                name="lead"
                label={t('cases.filter.lead')}
                blank={all}
                value={filter.lead}
                options={leads.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Columns>
          <p>
            <Button calm small>
              {t('cases.filter.apply')}
            </Button>
          </p>
        </GetForm>
      </Details>
      {!isPlain(list) && (
        <p className="meta">
          <a href={`/cases/views/new?${queryOf(filter)}`}>{t('views.keep.title')}</a>
        </p>
      )}
    </div>
  )
}

/** The list as it is without being asked, or as a kept view has it already. */
const isPlain = ({ filter, kept }: CaseList): boolean =>
  queryOf(filter) === '' || kept.some((one) => queryOf(one.filter) === queryOf(filter))
