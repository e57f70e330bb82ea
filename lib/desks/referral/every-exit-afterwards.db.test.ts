import { beforeAll, describe, test } from 'vitest'
import { FACT_KEYS, stageOf } from '@/lib/casework/consents/facts'
import { root } from '@/lib/testing/database'
import { exits, openExits, referred, says, saysNothing } from '@/lib/testing/factories/exits'
import { TO_ACCEPTED, TO_NOT_ACCESSED } from '@/lib/testing/factories/walk'

beforeAll(async () => {
  await openExits()
})

const TO_COMPLETED = [...TO_ACCEPTED, ['begin', 'partner'], ['complete', 'partner']] as const
/** What is settled or over, and the days through which its agency reads all ticked facts, then the anonymous ones (ruling 4). */
const AFTERWARDS = {
  COMPLETED: { steps: TO_COMPLETED, whole: 30, part: 60 },
  CONTESTED: { steps: [...TO_COMPLETED, ['contest', 'team']], whole: 30, part: 60 },
  NOT_ACCESSED: { steps: TO_NOT_ACCESSED, whole: 30, part: 60 },
  VERIFIED: { steps: [...TO_COMPLETED, ['verify', 'team']], whole: 0, part: 30 },
  CLOSED_UNSERVED: { steps: [...TO_NOT_ACCESSED, ['close-unserved', 'team']], whole: 0, part: 30 },
} as const
/** A minute before and after each of its ends, and what is read then. */
const EDGES = Object.entries(AFTERWARDS).flatMap(([state, { steps, whole, part }]) =>
  [
    { days: whole, minutes: -1, stage: 2 },
    { days: whole, minutes: 1, stage: 1 },
    { days: part, minutes: -1, stage: 1 },
    { days: part, minutes: 1, stage: 0 },
  ]
    .filter(({ days, minutes }) => days > 0 || minutes > 0)
    .map((edge) => ({ state, steps, ...edge, when: `${edge.days} d ${edge.minutes} min` })),
)

describe('every way out of a referral that is over', () => {
  test.each(EDGES)(
    'of $state, $when after: stage $stage and nothing else',
    async ({ steps, days, minutes, stage, when }) => {
      const id = await referred(steps, [...FACT_KEYS])
      await root().begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`update app.referrals set reading_since = clock.casework_now() - make_interval(days => ${days}, mins => ${minutes}) where id = ${id}`
      })
      if (stage > 0) await says(id, await exits(id), (key) => stageOf(key) <= stage)
      else await saysNothing(id, `${when} after`)
    },
  )
})
