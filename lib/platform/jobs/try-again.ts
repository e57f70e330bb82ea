import { sql } from 'drizzle-orm'
import { form } from '@/lib/base/forms/form'
import { verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'

const isNumber = (id: string | undefined): id is string => /^[1-9]\d{0,14}$/.test(id ?? '')

/** A job that was given up is tried again at once; its task checks everything again. What it is about is not shown. */
export const tryAgain = verb({
  name: 'outbox.try-again',
  session: 'staff',
  roles: ['ADMIN'],
  form: form({ noun: 'work', fields: {} }),
  page: () => '/outbox',
  scope: async ({ tx }, { id }) => {
    if (!isNumber(id)) return undefined
    const [job] = await tx.execute<{ id: number }>(sql`
      select d.id::float8 as id from jobs.dead_letters() d where d.id = ${id}::bigint
      union all select j.id::float8 from jobs.listed(${id}::bigint + 1, 1) j where j.id = ${id}::bigint`)
    return job
  },
  policy: () => allowed,
  audit: (_, job) => ({ type: 'outbox', id: job ? 'job' : '' }),
  apply: async ({ tx }, { id }) => {
    const [row] = await tx.execute<{ again: boolean }>(sql`select jobs.try_again(${id}::bigint) as again`)
    return { location: `/outbox?done=${row?.again ? 'again' : 'gone'}`, detail: { job: id } }
  },
})
