import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as writeSafety } from '@/app/api/v1/cases/[code]/safety/route'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { type KeptCase, keptCase, SAFETY, type Team, team } from '@/lib/testing/factories/kept-case'

let all: Team
let kept: KeptCase
beforeAll(async () => {
  all = await team()
})
beforeEach(async () => {
  kept = await keptCase(all)
})

describe('who reads the past of a case', () => {
  test('whoever reads the value; somebody out of reach finds no line', async () => {
    await kept.save(writeSafety, SAFETY)
    for (const who of [all.lead, all.colleague, all.supervisor]) expect(await kept.past(who)).toHaveLength(1)
    const found = await presenting(
      raw('web'),
      all.stranger.token,
      (tx) => tx`select id from app.case_changes`,
    )
    expect(found).toHaveLength(0)
  })

  test('nobody but those named, once the case is restricted', async () => {
    await kept.save(writeSafety, SAFETY)
    await root().begin(async (tx) => {
      await tx`insert into app.case_members (case_id, user_id, capacity) select ${kept.id}, ${all.stranger.id}, 'MEMBER'`
      await tx`insert into app.case_members (case_id, user_id, capacity)
        select ${kept.id}, u.id, 'NAMED_SUPERVISOR' from access.users u where u.id = ${(await signedIn('SUPERVISOR', 'GAO')).id}`
      await tx`update app.cases set sensitivity = 'S4' where id = ${kept.id}`
    })
    const found = await presenting(
      raw('web'),
      all.supervisor.token,
      (tx) => tx`select id from app.case_changes where case_id = ${kept.id}`,
    )
    expect(found).toHaveLength(0)
    expect(await kept.past(all.lead)).toHaveLength(1)
    await root()`delete from app.case_members where case_id = ${kept.id} and user_id = ${all.stranger.id}`
  })

  test('a line sealed with the key of another discipline is not there, not even that something changed', async () => {
    await kept.save(writeSafety, SAFETY)
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.case_changes set key_id = (select k.id from vault.keys k where k.case_id = ${kept.id} and k.compartment = 'PSYCHOLOGIST')
        where case_id = ${kept.id}`
    })
    const read = (who: SignedIn) =>
      presenting(
        raw('web'),
        who.token,
        (tx) => tx`select id from app.case_changes where case_id = ${kept.id}`,
      )
    expect(await read(all.colleague)).toHaveLength(1)
    expect(await read(all.lead)).toHaveLength(0)
    expect(await read(all.supervisor)).toHaveLength(0)
  })
})
