import { onPerson, type PersonInReach, personInReach } from '@/lib/casework/cases/person-in-reach'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { answered, onlyAfterYes } from '@/lib/casework/consents/said-yes'
import type { Actor } from '@/lib/platform/access/actor'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import type { Verdict } from '@/lib/platform/gate/verdict'

type Answered = PersonInReach & { answered: boolean }

/** What the pages after the first one share: on a draft nothing of the person is written before their yes. */
export const onAnswered = {
  ...onPerson,
  scope: async (ctx: Ctx, { code }: Params): Promise<Answered | undefined> => {
    const found = await personInReach(ctx, code)
    return found && { ...found, answered: await answered(ctx, found.reach.record) }
  },
  policy: (actor: Actor, { reach, answered: yes }: Answered): Verdict =>
    onlyAfterYes(mayWorkOn(actor, reach), yes),
}
