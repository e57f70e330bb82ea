import { beforeAll, describe, expect, test } from 'vitest'
import { POST as book } from '@/app/api/v1/cases/[code]/appointments/route'
import { POST as assess } from '@/app/api/v1/cases/[code]/assessments/[which]/route'
import { POST as approve } from '@/app/api/v1/cases/[code]/plan/approve/route'
import { POST as goal } from '@/app/api/v1/cases/[code]/plan/goals/route'
import { POST as giveBack } from '@/app/api/v1/cases/[code]/plan/return/route'
import { POST as grant } from '@/app/api/v1/cases/[code]/return/grant/route'
import { POST as openPath } from '@/app/api/v1/cases/[code]/return/open/route'
import { presenting, type SignedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { type Around, around, openCaseOf, send } from '@/lib/testing/factories/open-case'
import { homeAlready, shop } from '@/lib/testing/factories/return-path'
import { post } from '@/lib/testing/requests'

let all: Around
let id: string
let code: string
beforeAll(async () => {
  all = await around()
  ;({ id, code } = await openCaseOf(all))
  const { lead } = all
  await send(goal, lead, code, { title: 'Dormir', said: 'Au calme', ask: 'on' })
  await send(openPath, lead, code, homeAlready)
  await send(grant, lead, code, { ...shop, wants: 'ASK', _version: '0' })
  await send(book, lead, code, {
    kind: 'OFFICE',
    heldOn: '2/7/2014',
    heldAt: '9h30',
    place: 'Ici',
    along: '',
  })
  await post(assess, {
    as: lead,
    params: { code, which: 'SW_GENERAL' },
    values: { step: 'keep', shownFlags: '' },
  })
})

const stands = (state: string, reason: string | null) =>
  root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.cases set state = ${state}, closure_reason = ${reason} where id = ${id}`
  })
/** Rows of the case as they stand, written once more in raw SQL: one more of the kind, or the next version of it. */
const NEXT: Record<string, string> = {
  plan_goals: `update app.plan_goals set words = '\\x01', version = version + 1 where case_id = $1`,
  return_paths: `update app.return_paths set return_country = 'NER', version = version + 1 where case_id = $1`,
  assessments: `update app.assessments set changed_by = access.actor_id(), changed_at = clock.casework_now(), version = version + 1 where case_id = $1`,
  appointments: `update app.appointments set state = 'CANCELLED', reason = 'OTHER', ended_by = access.actor_id(), ended_at = clock.casework_now(),
    version = version + 1 where case_id = $1`,
  uploads: `select app.begin_upload(gen_random_uuid(), $1, 10, 'pdf', 'x', 'm')`,
}
const writes = (who: SignedIn, sql: string) =>
  presenting(raw('web'), who.token, async (tx) => {
    const rows = await tx.unsafe(
      sql.replaceAll('access.actor_id()', `'${who.id}'`).replaceAll('$1', `'${id}'`),
    )
    if (rows.count === 0) throw new Error('nothing written')
    throw new Error('written')
  })

describe('after the person took their consent back', () => {
  test('no discipline writes about them any more, past the pages neither', async () => {
    await stands('OPEN', null)
    for (const [table, sql] of Object.entries(NEXT))
      await expect(writes(all.lead, sql), table).rejects.toThrow(/^written$/)
    await stands('PENDING_CLOSURE', 'CONSENT_WITHDRAWN')
    for (const [table, sql] of Object.entries(NEXT))
      await expect(writes(all.lead, sql), table).rejects.toThrow(
        table === 'uploads' ? 'nothing written' : 'took their consent back',
      )
  })

  test('a supervisor decides on no plan and adds no words to it', async () => {
    await stands('PENDING_CLOSURE', 'CONSENT_WITHDRAWN')
    const words = { comment: 'Des mots sur elle', _version: '1' }
    expect((await send(giveBack, all.supervisor, code, words)).status).toBe(403)
    expect((await send(approve, all.supervisor, code, { _version: '1' })).status).toBe(403)
    await stands('CLOSED', 'GOALS_MET')
    expect((await send(approve, all.supervisor, code, { _version: '1' })).status).toBe(403)
    await stands('OPEN', null)
    expect((await send(approve, all.supervisor, code, { _version: '1' })).status).toBe(303)
  })
})
