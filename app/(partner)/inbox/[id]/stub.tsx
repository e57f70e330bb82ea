import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Head } from '@/app/_ui/head'
import { Narrow } from '@/app/_ui/layout'
import { BigSlip } from '@/app/_ui/slip'
import { Tag } from '@/app/_ui/tag'
import { moment } from '@/lib/base/i18n/dates'
import { isMessageKey } from '@/lib/base/i18n/translate'
import type { StubView } from '@/lib/desks/inbox/view-received'
import { CallUs } from './call-us'
import { DoneNote } from './done-note'
import type { Framed } from './framed'
import { InboxCrumb } from './inbox-crumb'

/** What is left after the end: code, state, "please delete". No service, no need, nobody. */
export function Stub({ view, page }: Framed & { view: StubView }) {
  const { t } = page
  const key = `inbox.over.${view.state}`
  return (
    <Narrow>
      <InboxCrumb page={page} here={view.code} />
      <DoneNote done={view.done} t={t} />
      <Head
        above={
          <Tag tone="seal">
            {t(view.waits ? 'inbox.over.WAITS' : isMessageKey(key) ? key : 'inbox.over.ENDED')}
          </Tag>
        }
        title={t('inbox.stub.title', { code: view.code })}
        lead={t(view.waits ? 'inbox.stub.waits' : 'inbox.stub.lead')}
      />
      {!view.waits && <Deletion view={view} page={page} />}
      <CallUs phone={view.phone} code={view.code} t={t} />
    </Narrow>
  )
}

function Deletion({ view, page: { t, locale } }: Framed & { view: StubView }) {
  if (view.partnerDeletedAt)
    return (
      <p>
        {t('inbox.stub.deleted', { at: moment(locale, view.partnerDeletedAt) })} {t('inbox.stub.nothing')}
      </p>
    )
  return (
    <BigSlip>
      <div>
        <h2>{t('inbox.stub.please')}</h2>
        <p>{t('inbox.stub.please.more')}</p>
      </div>
      {view.mayConfirm && (
        <PostForm action={`/api/v1/inbox/${view.id}/deleted`} fields={hidden()}>
          <Button wide>{t('inbox.stub.button')}</Button>
        </PostForm>
      )}
      {isMessageKey(`inbox.over.${view.state}`) && <p className="meta">{t('inbox.stub.kept')}</p>}
    </BigSlip>
  )
}
