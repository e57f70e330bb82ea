import { and, eq } from 'drizzle-orm'
import { returnPaths } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { pathForm } from './form'
import { onPath } from './in-reach'
import { needsEscort, pathOfPerson } from './open-path'
import { mayWorkOnPath } from './policy'
import { within } from './within'
import { pathColumns } from './write-path'

/** What is known now of the way and the day. Whoever is on their way is not said to be home already, and the other way round. */
export const editPath = verb({
  name: 'return.edit',
  ...onPath,
  form: pathForm,
  page: ({ code }) => `/cases/${code}/return/edit`,
  scope: (ctx, { code }) => pathOfPerson(ctx, code),
  policy: (actor, found) => mayWorkOnPath(actor, found),
  version: ({ path }) => path?.version ?? 0,
  apply: async ({ tx, actor }, { person, reach: { record }, path, plan }, values) => {
    const begun = plan.steps.some(({ step, state }) => step !== 'CONSENT' && state !== 'TODO')
    if (begun && values.kind !== path?.kind) return { invalid: { kind: 'begun' } }
    const version = path?.version ?? 0
    const written = await tx
      .update(returnPaths)
      .set({ ...pathColumns(values), escort: needsEscort(person, actor.now), version: version + 1 })
      .where(
        and(eq(returnPaths.caseId, record.id), eq(returnPaths.version, version), within(actor, returnPaths)),
      )
      .returning({ id: returnPaths.id })
    return written.length === 1
      ? { location: `/cases/${record.code}/return?done=return-edited`, id: record.code }
      : { conflict: true }
  },
})
