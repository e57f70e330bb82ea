import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { Facts } from '@/app/_ui/facts'
import { PostForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { dayNear } from '@/lib/base/i18n/dates'
import { leaveForm } from '@/lib/casework/staff/leaves'
import { type Colleague, viewAbsence } from '@/lib/desks/inbox/view-absence'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

const HERE = '/inbox/absence'

/** A focal point says when they are away; who of the base is there. */
export default async function AbsencePage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const spec = { action: 'staff.absence', roles: ['PARTNER_FP'], session: 'partner' } as const
  const page = await read(spec, (reading) => viewAbsence(reading, query))
  const { t, locale, actor, view } = page
  const { own, people, draft, done } = view
  const days = ({ from, to }: Colleague) =>
    from && to
      ? t('staff.leave.now', {
          from: dayNear(locale, from, actor.now),
          to: dayNear(locale, to, actor.now),
        })
      : t('inbox.absence.there')
  return (
    <WorkPage keeps page={page} title={t('inbox.absence.title')} under={HERE}>
      <Head title={t('inbox.absence.title')} lead={t('inbox.absence.lead')} />
      {(done === 'leave' || done === 'no-leave') && (
        <Note tone="good" icon="ok" live>
          {t(`staff.done.${done}`)}
        </Note>
      )}
      <Narrow>
        <Facts facts={people.map((one) => ({ term: one.name, value: days(one) }))} />
        {own && (
          <PostForm action="/api/v1/inbox/absence/end" fields={hidden()} layout="bare">
            <Button calm>{t('inbox.absence.back')}</Button>
          </PostForm>
        )}
        <h2>{t(own ? 'inbox.absence.change' : 'staff.leave.add')}</h2>
        <DraftNotice form={leaveForm} draft={draft} t={t} locale={locale} />
        <PostForm main action="/api/v1/inbox/absence" fields={hidden()}>
          <FormFields form={leaveForm} draft={draft} t={t} locale={locale} />
          <p>
            <Button>{t('staff.leave.button')}</Button>
          </p>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
