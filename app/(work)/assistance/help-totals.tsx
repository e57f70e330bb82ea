import { listedService } from '@/app/_frame/listed-service'
import { Table } from '@/app/_ui/table'
import { byKind } from '@/lib/casework/assistance/kinds'
import { helpHref } from '@/lib/desks/assistance/filter'
import type { HelpList } from '@/lib/desks/assistance/list-assistance'
import type { Page } from '@/lib/platform/gate/read'

type Props = { list: HelpList; page: Omit<Page<unknown>, 'view'> }

/** One total a service in its own unit, kind by kind; each number of lines opens exactly these lines. */
export function HelpTotals({ list: { totals, filter }, page: { t, locale } }: Props) {
  return (
    <Table
      title={{ id: 'totals', text: t('assistance.list.totals') }}
      columns={(['service', 'quantity', 'count'] as const).map((name) => ({
        label: t(`assistance.browse.${name}`),
        num: name !== 'service',
      }))}
      rows={byKind(totals).flatMap(({ lines }) =>
        lines.map((one) => ({
          key: `${one.service} ${one.unit}`,
          cells: [
            listedService(one.service, { t, locale }),
            t('assistance.counted', { quantity: one.quantity, code: one.unit }),
            <a key="lines" href={helpHref({ ...filter, service: one.service })}>
              {t('assistance.browse.of-lines', { count: one.lines })}
            </a>,
          ],
        })),
      )}
    />
  )
}
