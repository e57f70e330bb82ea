import { beforeAll, describe, expect, test } from 'vitest'
import { POST as restrict } from '@/app/api/v1/cases/[code]/restrict/route'
import { POST as undo } from '@/app/api/v1/cases/[code]/undo-restriction/route'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { registered } from '@/lib/testing/factories/registered'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { search } from './search'

let lead: SignedIn
let other: SignedIn
let supervisor: SignedIn

/** Codes of the cases that this person's search lists. */
async function codes(who: SignedIn, q: string) {
  const { view } = await reading(who, (ctx) => search(ctx, { q }))
  return view.outcome.kind === 'list' ? view.outcome.files.map(({ file }) => file.code) : view.outcome.kind
}

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  other = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

describe('whoever is restricted', () => {
  test('whom a supervisor restricts is found at once by the team and who is named, and by the office again after an undo', async () => {
    const one = await registered(lead, { given: 'Safiatou', family: 'Bagayoko' })
    const at = { as: supervisor, params: { code: one.code } }
    const [row] = await root()`select version from app.cases where id = ${one.id}`
    const values = {
      supervisors: [supervisor.id],
      restrictReason: 'REPRISAL',
      _version: String(row?.version),
    }
    expect((await post(restrict, { ...at, values })).status).toBe(303)
    const books = async () =>
      (
        await root()`select (select count(*)::int from app.name_tokens where case_id = ${one.id}) as open,
          (select count(*)::int from app.restricted_tokens where case_id = ${one.id}) as apart`
      )[0]
    expect(await books()).toEqual({ open: 0, apart: 1 })
    const colleague = await signedIn('SUPERVISOR', 'MOP')
    for (const who of [supervisor, lead]) expect(await codes(who, 'Safiatou')).toEqual([one.code])
    for (const who of [colleague, other]) expect(await codes(who, 'Safiatou')).toEqual([])
    expect((await post(undo, { ...at, values: {} })).status).toBe(303)
    expect(await books()).toEqual({ open: 1, apart: 0 })
    for (const who of [supervisor, lead, colleague]) expect(await codes(who, 'Safiatou')).toEqual([one.code])
  })

  test('nobody but who restricts files people of a case they do not work on', async () => {
    const one = await registered(lead, { given: 'Worokia', family: 'Samaké' })
    const [person] = await root()`select id from app.people where case_id = ${one.id}`
    const asked = presenting(
      raw('web'),
      supervisor.token,
      (tx) => tx`select app.keep_tokens(${String(person?.id)}::uuid, '{1}')`,
    )
    await expect(asked).rejects.toThrow(/nobody of this case/)
  })
})
