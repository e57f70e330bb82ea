import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Crumb } from '@/app/_ui/crumb'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { moment } from '@/lib/base/i18n/dates'
import { prepareTakeOver } from '@/lib/desks/queue/prepare-take-over'
import { read } from '@/lib/platform/gate/read'

/** Nothing of the case is said here: whom it is about is read after taking it on, and that is an act. */
export default async function TakeOverPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const page = await read({ action: 'case.take-over', roles: ['SUPERVISOR'] }, (reading) =>
    prepareTakeOver(reading, id),
  )
  const { t, locale, view } = page
  return (
    <WorkPage page={page} title={t('queue.take-over.title')} under="/queue">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: '/queue', label: t('queue.title') }]}
          here={t('queue.restricted')}
        />
        <div>
          <h1>{t('queue.take-over.title')}</h1>
          <p className="lead">{t('queue.take-over.lead', { count: view.waits })}</p>
        </div>
        {view.dueAt && <p>{t('queue.take-over.due', { at: moment(locale, view.dueAt) })}</p>}
        <Note icon="lock">{t('queue.take-over.note')}</Note>
        <PostForm action={`/api/v1/queue/restricted/${id}/take-over`} fields={hidden()}>
          <div className="field row">
            <Button>{t('queue.take-over.button')}</Button>
            <ButtonLink calm href="/queue">
              {t('queue.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
