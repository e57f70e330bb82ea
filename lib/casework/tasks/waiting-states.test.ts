import { PgDialect } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { caseStatesSql, LIVING } from '@/lib/casework/cases/state-lists'
import { isLive } from '@/lib/casework/referrals/reach/state-lists'
import type { Ctx } from '@/lib/platform/gate/verb'
import { namedCases } from './waiting-scans'

const text = (part: ReturnType<typeof namedCases>) => new PgDialect().sqlToQuery(part).sql

// What waits lies below the nouns it looks at, and says their states again.
test('what waits means the living cases and the live referrals of the two machines', () => {
  const actor = { userId: 'somebody', role: 'SUPERVISOR', offices: ['GAO'] }
  const named = text(namedCases({ actor } as unknown as Ctx))
  expect(named).toContain(`c.state in ${text(caseStatesSql(LIVING))}`)
  expect(named).toContain(text(isLive(true)).replace('r.state', 'w.state'))
})
