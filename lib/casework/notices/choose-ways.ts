import { sql } from 'drizzle-orm'
import { caseworkerRoles, type Role } from '@/lib/platform/access/roles'
import { env } from '@/lib/platform/env/env'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { aboutOf, baseWaysForm, dialled, supervisorWaysForm, teamWaysForm } from './forms'

/** What all three share: the database writes it for whoever asks, and for nobody else. */
const own = {
  scope: async () => ({}),
  policy: () => allowed,
  audit: () => ({ type: 'notice-choice', id: '' }),
}

async function keep({ tx }: Ctx, { phone = '', night, ...ways }: Record<string, string>, page: string) {
  const unsent = Object.entries(ways).find(([, way]) => way === 'SMS' && !env().sms)
  if (unsent) return { invalid: { [unsent[0]]: 'no-gateway' } }
  const chosen = Object.fromEntries(Object.entries(ways).map(([field, way]) => [aboutOf(field), way]))
  await tx.execute(sql`select app.choose_notices(${dialled(phone)}, ${JSON.stringify(chosen)}::jsonb)`)
  await tx.execute(sql`select app.choose_nights(${night === 'ANY'})`)
  return { location: `${page}?done=kept`, detail: { ways: Object.values(ways) } }
}

const ours = '/notices/choices'
const theirs = '/inbox/notices'

/** By which way a caseworker is told of what. It counts from the next event on. */
export const chooseWays = verb({
  ...own,
  name: 'notice.choose',
  session: 'staff',
  roles: caseworkerRoles,
  form: teamWaysForm,
  page: () => ours,
  apply: (ctx, _, values) => keep(ctx, values, ours),
})

/** The same for who decides. */
export const chooseWaysAsSupervisor = verb({
  ...own,
  name: 'notice.choose-as-supervisor',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: supervisorWaysForm,
  page: () => ours,
  apply: (ctx, _, values) => keep(ctx, values, ours),
})

/** The same for a base of an agency: whoever has an account there chooses for all of it. */
export const chooseWaysOfBase = verb({
  ...own,
  name: 'notice.choose-for-base',
  session: 'partner' as const,
  roles: ['PARTNER_FP'] as readonly Role[],
  form: baseWaysForm,
  page: () => theirs,
  apply: (ctx, _, values) => keep(ctx, values, theirs),
})
