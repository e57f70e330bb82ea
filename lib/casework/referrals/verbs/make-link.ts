import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { tokenOf } from '@/lib/casework/numbers/link-secrets'
import type { Actor } from '@/lib/platform/access/actor'
import { caseRoles } from '@/lib/platform/access/roles'
import { hashOf } from '@/lib/platform/access/sessions'
import { type Ctx, type Params, verb } from '@/lib/platform/gate/verb'
import { linkedTo } from '../links/linked'
import { mayLink, type Receives } from '../links/policy'
import { lockReferral, type ReferralInReach } from '../reach/scope'
import { locked } from '../sharing/judged'
import { linkForm } from './forms'

type Row = ReferralInReach & { receives: Receives }

/** A link by which an agency without an account answers; the one before ends. Made again, it is a new one. */
export const makeLink = verb({
  session: locked.session,
  name: 'referral.make-link',
  roles: caseRoles,
  form: linkForm,
  page: ({ id }) => `/referrals/${id}/link`,
  scope: async (ctx: Ctx, { id }: Params): Promise<Row | undefined> => {
    const found = await lockReferral(ctx, id)
    return found && { ...found, receives: (await linkedTo(ctx, found.referral.id)).receives }
  },
  policy: (_: Actor, found: Row) => mayLink(found, found.receives),
  audit: locked.audit,
  apply: async ({ tx }, { referral }) => {
    const id = randomUUID()
    const [row] = await tx.execute<{ made: string | null }>(
      sql`select app.make_link(${referral.id}, ${id}, ${hashOf(tokenOf(id))}) as made`,
    )
    // What the second wall refuses here, an answer or a recall was quicker to end.
    if (!row?.made) return { conflict: true }
    return { location: `/referrals/${referral.id}/link`, id: referral.id, detail: { link: id } }
  },
})
