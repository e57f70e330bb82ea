import { WorkPage } from '@/app/_frame/work-page'
import { shownCount } from '@/app/_ui/count'
import { Head } from '@/app/_ui/head'
import { Table } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { dayNear } from '@/lib/base/i18n/dates'
import { isoDayOf } from '@/lib/base/time/days'
import { awayOn } from '@/lib/desks/staff/propose-hands'
import { listStaff } from '@/lib/desks/staff/view-colleague'
import { read } from '@/lib/platform/gate/read'

export default async function StaffPage() {
  const page = await read({ action: 'staff.list', roles: ['SUPERVISOR'] }, listStaff)
  const { t, locale, actor, view } = page
  const today = isoDayOf(actor.now)
  return (
    <WorkPage page={page} title={t('staff.list.title')} under="/staff">
      <Head title={t('staff.list.title')} meta={t('staff.list.lead')} />
      <Table
        caption={t('staff.list.caption')}
        columns={[
          { label: t('staff.column.name') },
          { label: t('staff.column.office') },
          { label: t('staff.column.led'), num: true },
          { label: t('staff.column.late'), num: true },
          { label: t('staff.column.leave') },
        ]}
        rows={view.staff.map((row) => {
          const away = awayOn(row.leaves, today) ?? row.leaves[0]
          return {
            key: row.id,
            cells: [
              <>
                <a href={`/staff/${row.id}`}>
                  <bdi>{row.name}</bdi>
                </a>
                <small>{t(`session.role.${row.role}`)}</small>
              </>,
              row.officeNames.join(', '),
              row.led,
              row.late > 0 ? (
                <a key="late" href={`/staff/${row.id}#late`}>
                  <Tag tone="late">{shownCount(row.late)}</Tag>
                </a>
              ) : (
                0
              ),
              away &&
                t('staff.leave.now', {
                  from: dayNear(locale, away.from, actor.now),
                  to: dayNear(locale, away.to, actor.now),
                }),
            ],
          }
        })}
        narrow="cards"
      />
      <p className="meta">{t('staff.list.counted')}</p>
    </WorkPage>
  )
}
