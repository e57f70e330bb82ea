import { Button } from '@/app/_ui/button'
import { SelectField } from '@/app/_ui/choices'
import { TextField } from '@/app/_ui/fields'
import { GetForm } from '@/app/_ui/form'
import type { Translate } from '@/lib/base/i18n/translate'
import { families, outcomes } from '@/lib/desks/log/filter'
import type { LogView } from '@/lib/desks/log/read-log'
import { actionWords } from '@/lib/desks/log/words'

/** What to look for; an action followed from a line stays in the list. */
export function LogFilter({ view, t }: { view: LogView; t: Translate }) {
  const { filter, actors } = view
  const single = filter.action?.includes('.') ? [filter.action] : []
  const actions = [
    ...single.map((action) => ({ value: action, label: actionWords(action, t) })),
    ...families.map((family) => ({ value: family, label: t(`audit.family.${family}`) })),
  ]
  return (
    <GetForm action="/audit" layout="row" label={t('audit.filter.label')}>
      <TextField name="code" label={t('audit.filter.code')} value={filter.caseCode} width="w12" dir="ltr" />
      <SelectField
        name="actor"
        label={t('audit.filter.actor')}
        blank={t('audit.filter.everybody')}
        value={filter.actor}
        options={actors.map(({ id, name }) => ({ value: id, label: name }))}
        narrow
      />
      <SelectField
        name="action"
        label={t('audit.filter.action')}
        blank={t('audit.filter.all')}
        value={filter.action}
        options={actions}
        narrow
      />
      <SelectField
        name="outcome"
        label={t('audit.filter.outcome')}
        blank={t('audit.filter.all')}
        value={filter.outcome}
        options={outcomes.map((outcome) => ({ value: outcome, label: t(`audit.outcome.${outcome}`) }))}
        narrow
      />
      <Button calm>{t('audit.filter.apply')}</Button>
    </GetForm>
  )
}
