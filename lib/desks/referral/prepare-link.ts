import { addressOf, codeOf } from '@/lib/casework/numbers/link-secrets'
import { type Linked, type LinkLetter, linkedTo } from '@/lib/casework/referrals/links/linked'
import { mayLink } from '@/lib/casework/referrals/links/policy'
import { referralInReach } from '@/lib/casework/referrals/reach/scope'
import type { Reading } from '@/lib/platform/gate/read'

/**
 * The link of a referral for its team: its address until somebody has opened it, the code while one waits to be read out. Both are
 * worked out here and stand in no row; that a code was shown is in the log.
 */
export async function prepareLink(reading: Reading, id: string) {
  const subject = { type: 'referral', id }
  const found = await referralInReach(reading, id)
  if (!found) return { missing: subject }
  const about = { ...subject, caseId: found.referral.caseId }
  const { receives, phone, letter, link } = await linkedTo(reading, id)
  const verdict = mayLink(found, receives)
  if (!verdict.allowed) return { refused: verdict.reason, subject: about }
  const { service, partnerCode: partner } = found.referral
  const live = link?.live ? link : undefined
  const code = live?.seed ? codeOf(live.seed) : undefined
  return {
    view: {
      id,
      code: found.caseCode,
      service,
      partner,
      phone,
      letter: carries(letter, live) ? letter : undefined,
      link: live && {
        ...live,
        address: live.asked ? undefined : addressOf(live.id),
        code,
      },
      /** One was made, and it is over. */
      before: link !== undefined && !live,
    },
    subject: about,
    ...(code && { detail: { code: 'shown' } }),
  }
}

/** A letter that left before this link was made carried another, which opens no more. */
const carries = (letter: LinkLetter | undefined, link: Linked | undefined): boolean =>
  letter?.sentAt == null || link === undefined || letter.sentAt >= link.madeAt

export type LinkView = Extract<Awaited<ReturnType<typeof prepareLink>>, { view: unknown }>['view']
