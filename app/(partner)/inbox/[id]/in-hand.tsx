import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { day, moment } from '@/lib/base/i18n/dates'
import type { OpenView, SealedView } from '@/lib/desks/inbox/view-received'
import type { Framed } from './framed'

/** Which colleague has it in hand, where a base has several; taking it or letting it go. Everybody may answer all the while. */
export function InHand({
  view: { id, hand },
  page: { t, locale },
}: Framed & { view: SealedView | OpenView }) {
  if (!hand || (hand.people < 2 && !hand.name)) return null
  const since = hand.since ? moment(locale, hand.since) : ''
  const said = hand.mine ? 'inbox.hand.mine' : hand.name ? 'inbox.hand.other' : 'inbox.hand.nobody'
  const verb = hand.mine ? 'let-go' : 'take'
  // Whoever is noted away reads before the press that it ends their absence.
  const button = verb === 'take' && hand.away ? 'take-back' : verb
  return (
    <>
      <p className="meta">
        {t(said, { name: hand.name ?? '', since })}
        {hand.back && ` ${t('inbox.hand.away', { back: day(locale, hand.back) })}`}
      </p>
      {(hand.mine || !hand.name) && (
        <PostForm action={`/api/v1/inbox/${id}/${verb}`} fields={hidden()} layout="bare">
          <Button small calm>
            {t(`inbox.hand.${button}`)}
          </Button>
        </PostForm>
      )}
    </>
  )
}
