import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as writeHousehold } from '@/app/api/v1/cases/[code]/household/route'
import { POST as writeIdentity } from '@/app/api/v1/cases/[code]/identity/route'
import { POST as writeSafety } from '@/app/api/v1/cases/[code]/safety/route'
import { POST as writeSituation } from '@/app/api/v1/cases/[code]/situation/route'
import {
  HOUSEHOLD,
  type KeptCase,
  keptCase,
  SAFETY,
  type Team,
  team,
} from '@/lib/testing/factories/kept-case'
import type { Endpoint } from '@/lib/testing/requests'
import { walAt, walBytesOf } from '@/lib/testing/wal'

const identity = {
  given: 'Aminata',
  family: 'Diallo',
  sex: 'F',
  birthDate: '',
  age: '24',
  ageUnsaid: '',
  ageBasis: 'STATED',
  nationalities: ['MLI'],
  languages: ['ses', 'fra'],
  documentStatus: 'LOST',
}

let all: Team
let kept: KeptCase
beforeAll(async () => {
  all = await team()
})
beforeEach(async () => {
  kept = await keptCase(all)
})

describe('a save', () => {
  test('costs a save no more than two kilobytes of log, all that a save writes counted', async () => {
    const situation = {
      displacementStatus: 'IDP',
      originCercle: 'ML0801',
      village: 'Ansongo',
      concerns: ['VIOL_THREAT'],
      specificNeeds: [],
    }
    await kept.save(writeIdentity, identity)
    await kept.save(writeSituation, situation)
    // The least of five: a page that fills or an index that splits belongs to no save.
    const cost = async (endpoint: Endpoint, each: (turn: number) => Record<string, string | string[]>) => {
      const bytes: number[] = []
      for (const turn of [1, 2, 3, 4, 5]) {
        const from = await walAt()
        await kept.save(endpoint, { ...each(turn), _key: crypto.randomUUID() })
        bytes.push(await walBytesOf(from, String((await kept.lines()).at(-1)?.xid)))
      }
      return Math.min(...bytes)
    }
    const odd = (turn: number) => turn % 2 === 1
    const costs = {
      safety: await cost(writeSafety, (turn) => ({ ...SAFETY, warning: `appeler avant ${turn + 6} heures` })),
      household: await cost(writeHousehold, (turn) => ({ ...HOUSEHOLD, householdSize: `${turn}` })),
      situation: await cost(writeSituation, (turn) => ({
        ...situation,
        displacementStatus: odd(turn) ? 'RET_IDP' : 'IDP',
      })),
      identity: await cost(writeIdentity, (turn) => ({
        ...identity,
        documentStatus: odd(turn) ? 'HAS_ID' : 'LOST',
      })),
    }
    console.log('bytes of log a save:', costs)
    for (const [page, bytes] of Object.entries(costs))
      expect([page, bytes > 300 && bytes <= 2048]).toEqual([page, true])
  })
})
