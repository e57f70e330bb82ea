import { sql } from 'drizzle-orm'
import { onTeam } from '@/lib/casework/cases/policy'
import { caseRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { locked } from '../sharing/judged'
import { linkForm } from './forms'

/** Ends the link of a referral, and whoever is in by it, at once. Nothing to end is what was asked for. */
export const endLink = verb({
  session: locked.session,
  scope: locked.scope,
  audit: locked.audit,
  name: 'referral.end-link',
  roles: caseRoles,
  form: linkForm,
  page: ({ id }) => `/referrals/${id}/link`,
  policy: (_, found) => (onTeam(found) ? allowed : denied('referral-TEAM_ONLY')),
  apply: async ({ tx }, { referral }) => {
    await tx.execute(sql`select app.end_link(${referral.id})`)
    return { location: `/referrals/${referral.id}/link`, id: referral.id }
  },
})
