import { randomUUID } from 'node:crypto'
import { isChildSafely } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { type PersonInReach, personInReach } from '@/lib/casework/cases/person-in-reach'
import { RISK_SETTINGS } from '@/lib/casework/cases/risk-book'
import { birthOf } from '@/lib/casework/people/birth'
import { returnPaths } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { callsFor } from './calls-for'
import { pathForm } from './form'
import { onPath, type PathInReach } from './in-reach'
import { mayOpenPath } from './policy'
import { returnOf } from './queries'
import { pathColumns } from './write-path'

type OfPerson = PathInReach & { person: PersonInReach }

/** The path with the person whose it is: what calls for it, and whether a child would travel, is read from them. */
export async function pathOfPerson(ctx: Ctx, code: string | undefined): Promise<OfPerson | undefined> {
  const person = await personInReach(ctx, code)
  if (!person) return undefined
  return { person, reach: person.reach, ...(await returnOf(ctx, person.reach.record.id)) }
}

/** A child does not travel alone; doubt is on the child's side. PURE. */
export const needsEscort = ({ row, identity }: PersonInReach, now: Date): boolean =>
  isChildSafely(birthOf({ ...row, identity }), isoDayOf(now), RISK_SETTINGS.adult_from)

/** Opens the one path of a case: because of what the person's concerns say, or by hand. */
export const openPath = verb({
  name: 'return.open',
  ...onPath,
  form: pathForm,
  page: ({ code }) => `/cases/${code}/return/open`,
  scope: (ctx, { code }) => pathOfPerson(ctx, code),
  policy: (actor, found) => mayOpenPath(actor, found),
  apply: async ({ tx, actor }, { person, reach: { record } }, values) => {
    const id = randomUUID()
    await tx.insert(returnPaths).values({
      ...pathColumns(values),
      id,
      caseId: record.id,
      officeId: record.officeId,
      sensitivity: record.sensitivity,
      because: callsFor(person.row.concerns) ?? 'BY_HAND',
      escort: needsEscort(person, actor.now),
      openedBy: actor.userId,
      openedAt: actor.now,
      version: 1,
    })
    return { location: `/cases/${record.code}/return?done=return-opened`, id, detail: { kind: values.kind } }
  },
})
