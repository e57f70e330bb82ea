import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as writeHousehold } from '@/app/api/v1/cases/[code]/household/route'
import { POST as writeSafety } from '@/app/api/v1/cases/[code]/safety/route'
import { presenting } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import {
  HOUSEHOLD,
  type KeptCase,
  keptCase,
  SAFETY,
  type Team,
  team,
} from '@/lib/testing/factories/kept-case'

let all: Team
let kept: KeptCase
beforeAll(async () => {
  all = await team()
})
beforeEach(async () => {
  kept = await keptCase(all)
})

describe('no hand writes the past', () => {
  const attempt = (sql: string) =>
    presenting(raw('web'), all.lead.token, (tx) => tx.unsafe(sql)).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )
  test('no valid token adds a line, changes one or takes one away', async () => {
    await kept.save(writeSafety, SAFETY)
    const before = await kept.lines()
    for (const attack of [
      `insert into app.case_changes (case_id, what, by_id, changed) values ('${kept.id}', 'CHANGED', access.actor_id(), '{"risk": ["LOW", "HIGH"]}')`,
      `update app.case_changes set by_id = '${all.colleague.id}' where case_id = '${kept.id}'`,
      `delete from app.case_changes where case_id = '${kept.id}'`,
      `select app.keep_change(null)`,
    ])
      expect([attack, await attempt(attack)]).toEqual([attack, '42501'])
    expect(await kept.lines()).toEqual(before)
  })

  test('nor does whoever maintains the database: what was changed stays, until the case goes', async () => {
    await kept.save(writeSafety, SAFETY)
    for (const attack of [
      `insert into app.case_changes (case_id, what, changed) values ('${kept.id}', 'CHANGED', '{}')`,
      `update app.case_changes set changed = '{}' where case_id = '${kept.id}'`,
      `delete from app.case_changes where case_id = '${kept.id}'`,
    ])
      await expect(root().unsafe(attack), attack).rejects.toMatchObject({ code: '23514' })
  })

  test('a write in raw SQL is kept as it was, in the name of who signed in; several in one transaction are one line', async () => {
    await presenting(raw('web'), all.colleague.token, async (tx) => {
      for (const role of ['HOH', 'SPOUSE', 'CHILD'])
        await tx`update app.people set household_role = ${role}, version = version + 1 where case_id = ${kept.id}`
      await tx`update app.cases set do_not_contact = true, version = version + 1 where id = ${kept.id}`
    })
    expect(await kept.lines()).toMatchObject([
      {
        by_id: all.colleague.id,
        what: 'CHANGED',
        changed: { household_role: [null, 'CHILD'], do_not_contact: [false, true] },
      },
    ])
  })

  test('the past of a draft goes with it when the person says no', async () => {
    await kept.save(writeHousehold, HOUSEHOLD)
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.cases set state = 'DRAFT', registered_at = null where id = ${kept.id}`
      await tx`delete from app.consents where case_id = ${kept.id}`
    })
    expect(await kept.lines()).toHaveLength(1)
    await presenting(raw('web'), all.lead.token, (tx) => tx`select app.drop_draft(${kept.id})`)
    expect(await kept.lines()).toHaveLength(0)
  })
})
