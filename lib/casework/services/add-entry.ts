import { randomUUID } from 'node:crypto'
import { isoDayOf } from '@/lib/base/time/days'
import { directoryEntries } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { cerclesOf } from './edit-entry'
import { addForm } from './form'
import { answerColumns, factColumns, pauseProblem } from './write-values'

/** A service that an agency gives from an office, once; it is never taken away: a pause is enough, and referrals name it. */
export const addEntry = verb({
  name: 'directory.add',
  session: 'staff',
  roles: ['ADMIN'],
  form: addForm,
  page: (_, { office }) => `/directory/new?office=${office ?? ''}`,
  scope: async (ctx, _, { office }) => {
    const cercles = await cerclesOf(ctx, office)
    return cercles.length > 0 ? { office, cercles } : undefined
  },
  policy: () => allowed,
  audit: () => ({ type: 'directory', id: '' }),
  doubts: ({ actor }, _, values) => pauseProblem(values, actor.now),
  apply: async ({ tx, actor }, reach, values) => {
    const { office: officeId, partner: partnerCode, service, ...said } = values
    const { capacity, places, waitDays, pausedUntil, ...facts } = said
    const invalid = {
      ...pauseProblem(values, actor.now),
      ...(!facts.cercles.every((code) => reach.cercles.includes(code)) && { cercles: 'not-a-code' }),
    }
    if (Object.keys(invalid).length > 0) return { invalid }
    const id = randomUUID()
    const written = await tx
      .insert(directoryEntries)
      .values({
        id,
        partnerCode,
        service,
        officeId,
        ...answerColumns({ capacity, places, waitDays, pausedUntil }),
        ...factColumns(facts),
        verifiedOn: isoDayOf(actor.now),
      })
      .onConflictDoNothing()
      .returning({ id: directoryEntries.id })
    if (written.length === 0) return { invalid: { service: 'listed' } }
    return { location: `/directory/${id}?done=added`, id, detail: { entry: id } }
  },
})
