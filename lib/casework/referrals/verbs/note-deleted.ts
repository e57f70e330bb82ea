import { translator } from '@/lib/base/i18n/translate'
import { isoDayOf, startOfDay } from '@/lib/base/time/days'
import { verb } from '@/lib/platform/gate/verb'
import { locked, verdictOf } from '../sharing/judged'
import { deletedForm } from './forms'
import { moveReferral } from './move-referral'
import { writeComment } from './write-comment'

/**
 * The agency told us that nothing of it is left there: who said so and in which words stays with the event, sealed for the case's team.
 * Its own confirmation may still come, and is what counts then.
 */
export const noteDeleted = verb({
  ...locked,
  name: 'referral.note-deleted',
  form: deletedForm,
  page: ({ id }) => `/referrals/${id}/deleted`,
  policy: (actor, found, { channel }) => verdictOf({ verb: 'note-deleted', channel }, actor, found),
  apply: async (ctx, { referral }, { channel, deletedBy, deletedOn, deletedWords }) => {
    const said = startOfDay(deletedOn)
    if (said > ctx.actor.now) return { invalid: { deletedOn: 'in-future' } }
    // Before it ended nobody was asked to delete it.
    if (deletedOn < isoDayOf(referral.lastAt)) return { invalid: { deletedOn: 'before-the-end' } }
    const moved = await moveReferral(ctx, referral, {
      verb: 'note-deleted',
      party: 'recorded',
      channel,
      set: { deletionToldOn: deletedOn },
    })
    if (!moved) return { conflict: true }
    const t = translator(ctx.actor.locale)
    await writeComment(ctx, referral, t('referrals.deleted.said', { who: deletedBy, words: deletedWords }))
    return { location: `/referrals/${referral.id}?done=note-deleted`, id: referral.id }
  },
})
