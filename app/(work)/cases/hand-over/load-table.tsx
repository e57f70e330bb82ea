import { Table } from '@/app/_ui/table'
import type { HandOverView } from '@/lib/desks/staff/prepare-hand-over'
import type { Page } from '@/lib/platform/gate/read'

type Props = { view: HandOverView; choice: (code: string) => string; page: Omit<Page<unknown>, 'view'> }

/** What each colleague leads now, gets by these choices, and leads then; whoever gets nothing is left out. */
export function LoadTable({ view, choice, page: { t } }: Props) {
  const gets = (id: string) =>
    view.rows.filter(({ code, sensitivity }) => sensitivity === 'S3' && choice(code) === id).length
  const receiving = view.staff.filter(({ id }) => gets(id) > 0)
  if (receiving.length === 0) return null
  return (
    <>
      <Table
        title={{ id: 'load', text: t('staff.hand.load') }}
        columns={[
          { label: t('staff.column.name') },
          { label: t('staff.column.led'), num: true },
          { label: t('staff.column.gets'), num: true },
          { label: t('staff.column.after'), num: true },
        ]}
        rows={receiving.map(({ id, name, led }) => ({
          key: id,
          cells: [<bdi key="name">{name}</bdi>, led, gets(id), <b key="after">{led + gets(id)}</b>],
        }))}
      />
      <p className="meta">{t('staff.count.ordinary')}</p>
    </>
  )
}
