import { beforeEach, describe, expect, test } from 'vitest'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import {
  accepts,
  caseOf,
  type Moving,
  offerOf,
  offers,
  opens,
  queued,
} from '@/lib/testing/factories/transfers'

let lead: SignedIn
let member: SignedIn
let supervisor: SignedIn
let farLead: SignedIn
let farSupervisor: SignedIn
let one: Moving

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  member = await signedIn('LAWYER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  farLead = await signedIn('SOCIAL_WORKER', 'GAO')
  farSupervisor = await signedIn('SUPERVISOR', 'GAO')
  one = await caseOf(lead, { members: [member] })
})

describe('a restricted case', () => {
  let named: SignedIn
  let sealed: Moving
  beforeEach(async () => {
    named = await signedIn('SUPERVISOR', 'MOP')
    sealed = await caseOf(lead, { sensitivity: 'S4', named: [named] })
  })

  test('is offered to one supervisor by name, whom it names on acceptance; nobody else there hears of it', async () => {
    const colleague = await signedIn('SUPERVISOR', 'GAO')
    expect(await offers(lead, sealed, 'GAO')).not.toContain('done=')
    expect(await offers(supervisor, sealed, `GAO~${farSupervisor.id}`)).not.toContain('done=')
    expect(await offers(named, sealed, `GAO~${farSupervisor.id}`)).toContain('done=transfer-offered')
    expect(await queued(colleague, sealed)).toEqual([])
    expect(await accepts(colleague, sealed, farLead)).not.toContain('done=')
    const [row] = await queued(farSupervisor, sealed)
    expect(row).toMatchObject({ restricted: true, code: sealed.code, colleague: null, place: null })
    expect(await accepts(farSupervisor, sealed, farLead)).toContain('done=')
    const members =
      await root()`select user_id as id, capacity from app.case_members where case_id = ${sealed.id} and until is null order by capacity`
    expect(members).toEqual([
      { id: farLead.id, capacity: 'LEAD' },
      { id: farSupervisor.id, capacity: 'NAMED_SUPERVISOR' },
    ])
    for (const who of [lead, named, supervisor, colleague]) expect(await opens(who, sealed)).toBe(false)
    for (const who of [farLead, farSupervisor]) expect(await opens(who, sealed)).toBe(true)
  })
})

describe('in raw SQL', () => {
  const asks = (who: SignedIn, text: string) =>
    presenting(raw('web'), who.token, async (tx) => (await tx.unsafe(`select ${text} as came`))[0]?.came)

  test('nobody writes an offer, and nobody answers one that is not theirs', async () => {
    await offers(lead, one)
    const id = String((await offerOf(one))?.id)
    for (const who of [lead, member, supervisor, farLead, await signedIn('SUPERVISOR', 'TBT')]) {
      expect(await asks(who, `app.accept_transfer('${id}', '${farLead.id}')`)).toBe('yours')
      expect(await asks(who, `app.refuse_transfer('${id}', 'NO_CAPACITY')`)).toBe('yours')
      expect(await asks(who, `(select count(*)::int from app.offered_case('${id}'))`)).toBe(0)
    }
    for (const who of [member, farLead, farSupervisor])
      expect(await asks(who, `app.withdraw_transfer('${id}')`)).toBe('yours')
    for (const statement of [
      `update app.case_transfers set state = 'ACCEPTED' where id = '${id}'`,
      `delete from app.case_transfers where id = '${id}'`,
      `update app.cases set office_id = 'GAO' where id = '${one.id}'`,
    ])
      await expect(presenting(raw('web'), supervisor.token, (tx) => tx.unsafe(statement))).rejects.toThrow()
    expect((await offerOf(one))?.state).toBe('OFFERED')
  })

  test('without a session nothing is offered, answered or read', async () => {
    await offers(lead, one)
    const id = String((await offerOf(one))?.id)
    for (const text of [
      `app.accept_transfer('${id}', '${farLead.id}')`,
      `app.refuse_transfer('${id}', 'OTHER')`,
      `app.withdraw_transfer('${id}')`,
    ])
      expect(
        await presenting(raw('web'), '', async (tx) => (await tx.unsafe(`select ${text} as c`))[0]?.c),
      ).toBe('yours')
  })
})
