import { sql } from 'drizzle-orm'
import { caseRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { dropViewForm, nameViewForm } from './forms'
import { type KeptView, keptView } from './queries'

const page = ({ id = '' }) => `/cases/views/${id}`
const subject = ({ id = '' }) => ({ type: 'case-view', id })

/** One's own view, and as a supervisor an office's; whoever only reads it is told whose it is. PURE. */
const whoseItIs = (_: unknown, { mine }: KeptView) => (mine ? allowed : denied('supervisor-keeps'))

/** A view gets another name. */
export const nameView = verb({
  name: 'view.name',
  session: 'staff',
  roles: caseRoles,
  form: nameViewForm,
  page,
  scope: (ctx, { id }) => keptView(ctx, id),
  policy: whoseItIs,
  audit: subject,
  apply: async ({ tx }, { id }, { name }) => {
    const [row] = await tx.execute<{ came: 'done' | 'taken' | 'yours' }>(
      sql`select app.name_view(${id}::uuid, ${name}) as came`,
    )
    if (row?.came === 'taken') return { invalid: { name: 'taken' } }
    return row?.came === 'done' ? { location: '/cases/views?done=named', id } : { conflict: true }
  },
})

/** A view is dropped; the cases it showed are where they were. */
export const dropView = verb({
  name: 'view.drop',
  session: 'staff',
  roles: caseRoles,
  form: dropViewForm,
  page,
  scope: (ctx, { id }) => keptView(ctx, id),
  policy: whoseItIs,
  audit: subject,
  apply: async ({ tx }, { id }) => {
    const [row] = await tx.execute<{ dropped: boolean }>(sql`select app.drop_view(${id}::uuid) as dropped`)
    return row?.dropped ? { location: '/cases/views?done=dropped', id } : { conflict: true }
  },
})
