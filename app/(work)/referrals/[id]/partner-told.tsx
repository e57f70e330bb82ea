import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { toldWords } from '@/lib/desks/referral/told-words'
import type { ReferralView } from '@/lib/desks/referral/view-referral'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ReferralView }

/** How far the newest message to the agency got, and its number: silence is ended by a call. */
export function PartnerTold({ page, view }: Props) {
  const { t, locale } = page
  const { told, partnerPhone: phone, callTask } = view
  const said = toldWords(told, view)
  if (!said) return null
  const partner = partnerName(view.partner, locale)
  const { failed } = said
  return (
    <Note tone={failed ? 'late' : undefined} icon={failed ? 'warn' : undefined}>
      {t(said.key, { partner, at: said.at ? moment(locale, said.at) : '' })}{' '}
      {phone ? (
        <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{t('referrals.mail.call', { phone })}</a>
      ) : (
        t('referrals.mail.no-phone')
      )}
      {view.reminded &&
        ` ${t('referrals.mail.again', { at: moment(locale, view.reminded.at), again: moment(locale, view.reminded.again) })}`}
      {callTask && view.onTeam && (
        <PostForm
          action={`/api/v1/tasks/${callTask}/done`}
          fields={hidden()}
          layout="bare"
          label={t('referrals.mail.done')}
        >
          <Button small calm>
            {t('referrals.mail.done')}
          </Button>
        </PostForm>
      )}
    </Note>
  )
}
