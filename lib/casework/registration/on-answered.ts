import { onPerson, type PersonInReach, personInReach } from '@/lib/casework/cases/person-in-reach'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { consentsOf } from '@/lib/casework/consents/queries'
import type { Actor } from '@/lib/platform/access/actor'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { denied, type Verdict } from '@/lib/platform/gate/verdict'
import { saidYes } from './registration'

type Answered = PersonInReach & { answered: boolean }

/** What the pages after the first one share: on a draft nothing of the person is written before their yes. */
export const onAnswered = {
  ...onPerson,
  scope: async (ctx: Ctx, { code }: Params): Promise<Answered | undefined> => {
    const found = await personInReach(ctx, code)
    if (!found) return undefined
    const { state, id } = found.reach.record
    return { ...found, answered: state !== 'DRAFT' || saidYes(await consentsOf(ctx, id)) }
  },
  policy: (actor: Actor, { reach, answered }: Answered): Verdict => {
    const verdict = mayWorkOn(actor, reach)
    return verdict.allowed && !answered ? denied('ask-first') : verdict
  },
}
