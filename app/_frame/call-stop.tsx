import { Note } from '@/app/_ui/note'
import { contactStop } from '@/lib/casework/cases/contact'
import type { CallSaid } from '@/lib/desks/referral/call-said'
import type { Page } from '@/lib/platform/gate/read'

type Props = {
  said: CallSaid
  code: string
  page: Pick<Page<unknown>, 't'>
}

/** The person said not to call: wherever a call is near, with the one way that asks first for whoever may take it. */
export function CallStop({ said, code, page: { t } }: Props) {
  if (contactStop(said) === null) return null
  return (
    <Note tone="late" icon="call">
      <b>{t('cases.vital.no-contact')}.</b>{' '}
      {said.mayAsk && <a href={`/cases/${code}/call`}>{t('cases.vital.before-calling')}</a>}
    </Note>
  )
}
