import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Narrow, Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { QueueList } from '@/app/_ui/queue-list'
import { label } from '@/lib/base/codes/codes'
import { dayNear } from '@/lib/base/i18n/dates'
import { leaveForm } from '@/lib/casework/staff/leaves'
import { viewColleague } from '@/lib/desks/staff/view-colleague'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { dueLine } from '../../work/due-line'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function ColleaguePage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'staff.view', roles: ['SUPERVISOR'] }, (reading) =>
    viewColleague(reading, id, query),
  )
  const { t, locale, actor, view } = page
  const { known, row, late, draft } = view
  const done = one(query, 'done')
  return (
    <WorkPage keeps page={page} title={t('staff.list.title')} under="/staff">
      <Head title={known.name} meta={t(`session.role.${known.role}` as never)} />
      {(done === 'leave' || done === 'no-leave' || done === 'languages') && (
        <Note tone="good" live>
          {t(`staff.done.${done}`)}
        </Note>
      )}
      <Narrow>
        <p>
          <ButtonLink href={`/cases/hand-over?from=${id}`}>{t('staff.one.hand-over')}</ButtonLink>
        </p>
        {(row?.led ?? 0) === 0 && <p className="meta">{t('staff.one.nothing')}</p>}
        <Section title={t('staff.one.late')} id="late" tight>
          {late.length === 0 ? (
            <p className="meta">{t('staff.one.none-late')}</p>
          ) : (
            <QueueList
              label={t('staff.one.late')}
              rows={late.map((row) =>
                dueLine(row, page, row.referral ? `/referrals/${row.referral}` : `/cases/${row.code}`),
              )}
            />
          )}
        </Section>
        <h2>{t('staff.languages.title')}</h2>
        <p>
          {row?.languages.length
            ? row.languages.map((code) => label('language', code, locale)).join(', ')
            : t('staff.languages.none')}{' '}
          <a href={`/staff/${id}/languages`}>{t('staff.languages.change')}</a>
        </p>
        <h2>{t('staff.leave.title')}</h2>
        {row?.leaves.length ? (
          row.leaves.map(({ id: leave, from, to }) => (
            <PostForm
              key={leave}
              layout="row"
              action={`/api/v1/staff/${id}/leave/drop`}
              fields={{ ...hidden(), leave }}
            >
              <span>
                {t('staff.leave.now', {
                  from: dayNear(locale, from, actor.now),
                  to: dayNear(locale, to, actor.now),
                })}
              </span>
              <Button calm small>
                {t('staff.leave.drop')}
              </Button>
            </PostForm>
          ))
        ) : (
          <p className="meta">{t('staff.leave.none')}</p>
        )}
        <h2>{t('staff.leave.add')}</h2>
        <p className="meta">{t('staff.leave.why')}</p>
        <DraftNotice form={leaveForm} draft={draft} t={t} locale={locale} />
        <PostForm main action={`/api/v1/staff/${id}/leave`} fields={hidden()}>
          <FormFields form={leaveForm} draft={draft} t={t} locale={locale} />
          <p>
            <Button calm>{t('staff.leave.button')}</Button>
          </p>
        </PostForm>
        <p>
          <a href="/staff">{t('staff.hand.back')}</a>
        </p>
      </Narrow>
    </WorkPage>
  )
}
