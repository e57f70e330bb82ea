import { Tabs } from '@/app/_ui/tabs'
import { listHref } from '@/lib/casework/views/filter'
import { queryOf } from '@/lib/casework/views/forms'
import type { CaseList } from '@/lib/desks/case-file/list-cases'
import type { Page } from '@/lib/platform/gate/read'

type Props = { list: CaseList; page: Omit<Page<unknown>, 'view'> }

/** The views kept by this person and for their offices, each with how many cases it opens. */
export function KeptTabs({ list: { kept, held, filter }, page: { t } }: Props) {
  return (
    <Tabs
      label={t('views.list.tabs')}
      tabs={[
        ...kept.map(({ id, name, office, filter: of }) => ({
          href: listHref(of),
          label: office ? `${t(`views.name.${name}`)} (${office.name})` : t(`views.name.${name}`),
          count: held[id] ?? undefined,
          current: queryOf(of) === queryOf(filter),
        })),
        { href: '/cases/views', label: t('views.list.all') },
      ]}
    />
  )
}
