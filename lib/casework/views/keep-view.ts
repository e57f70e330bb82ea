import { sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import { caseRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { listHref } from './filter'
import { keepViewForm } from './forms'

/** For whom a view is kept: an office, or nobody but the actor. */
type For = { office: string | undefined }

/** Somebody keeps a view of the case list under one of its names: for themselves, or as a supervisor for an office. */
export const keepView = verb({
  name: 'view.keep',
  session: 'staff',
  roles: caseRoles,
  form: keepViewForm,
  page: () => '/cases/views/new',
  scope: async ({ actor }, _, { whose }): Promise<For | undefined> =>
    whose === '' || actor.offices.includes(whose) ? { office: whose || undefined } : undefined,
  policy: (actor, { office }) => (office ? ofAnOffice(actor) : allowed),
  audit: (_, row) => ({ type: 'case-view', id: row?.office ?? '' }),
  apply: async ({ tx }, { office }, { name, filter }) => {
    const { view, risk, turn, sex, lead, sort } = filter
    // What an office's supervisor asks of their own offices is no part of everybody's view.
    const asked = office ? { in: null, by: null } : { in: filter.office ?? null, by: lead ?? null }
    if (office && (filter.office || lead)) return { invalid: { whose: 'names-somebody' } }
    const [row] = await tx.execute<{ came: 'done' | 'taken' | 'yours' }>(sql`
      select app.keep_view(${office ?? null}, ${name}, ${view}, ${risk ?? null}, ${turn ?? null}, ${sex ?? null}, ${asked.in},
        ${asked.by}::uuid, ${sort.by}, ${sort.falling}) as came`)
    if (row?.came === 'taken') return { invalid: { name: 'taken' } }
    if (row?.came !== 'done') return { invalid: { filter: 'not-a-code' } }
    return { location: listHref(filter, { done: 'kept' }), detail: { view } }
  },
})

/** Everybody's view is its supervisor's to keep. PURE. */
export const ofAnOffice = ({ role }: Pick<Actor, 'role'>) =>
  role === 'SUPERVISOR' ? allowed : denied('supervisor-keeps')
