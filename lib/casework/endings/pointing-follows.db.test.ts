import { beforeEach, describe, expect, test } from 'vitest'
import { POST as restrict } from '@/app/api/v1/cases/[code]/restrict/route'
import { POST as unrestrict } from '@/app/api/v1/cases/[code]/undo-restriction/route'
import { POST as handOver } from '@/app/api/v1/cases/hand-over/route'
import type { RawValues } from '@/lib/base/forms/form'
import { presenting, type SignedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { registered } from '@/lib/testing/factories/registered'
import { accepts, came, offers, opens, versionOf } from '@/lib/testing/factories/transfers'
import {
  decides,
  type File,
  knownFile,
  mergedFiles,
  salimata,
  says,
  twoTeams,
  undoes,
} from '@/lib/testing/factories/two-files'
import type { Endpoint } from '@/lib/testing/requests'

let lead: SignedIn
let other: SignedIn
let supervisor: SignedIn
let second: SignedIn
let farLead: SignedIn
let farSupervisor: SignedIn

beforeEach(async () => {
  ;({ lead, other, supervisor, second, farLead, farSupervisor } = await twoTeams())
})

const merged = () => mergedFiles({ lead, other, supervisor, second })

const press = async (endpoint: unknown, who: SignedIn, file: File, values: RawValues) =>
  came(endpoint as Endpoint, who, { code: file.code }, { _version: await versionOf(file), ...values })
const restricts = (who: SignedIn, file: File) =>
  press(restrict, who, file, { supervisors: [supervisor.id], restrictReason: 'REPRISAL' })
const found = async ({ id }: File) => ({
  open: (await root()`select from app.name_tokens where case_id = ${id}`).length,
  restricted: (await root()`select from app.restricted_tokens where case_id = ${id}`).length,
})
const sensitivityOf = async ({ id }: File) =>
  (await root()`select sensitivity from app.cases where id = ${id}`)[0]?.sensitivity

describe('who reads a file that points at another', () => {
  test('is also whoever works on the known one, until the merge is taken back', async () => {
    const { fresh } = await merged()
    expect([await opens(lead, fresh), await opens(other, fresh)]).toEqual([true, true])
    expect(await undoes(supervisor, fresh)).toContain('done=undo-asked')
    expect(await undoes(second, fresh)).toContain('done=undone')
    expect([await opens(lead, fresh), await opens(other, fresh)]).toEqual([false, true])
  })

  test('is nobody whom a restriction of the known one keeps out, and it is opened again with it', async () => {
    const { known, fresh } = await merged()
    const before = await found(fresh)
    expect(before.open).toBeGreaterThan(0)
    expect(await restricts(lead, known)).toContain('done=restricted')
    expect(await sensitivityOf(fresh)).toBe('S4')
    const readers = async () =>
      Promise.all([lead, supervisor, other, second, farSupervisor].map((who) => opens(who, fresh)))
    expect(await readers()).toEqual([true, true, false, false, false])
    expect(await found(fresh)).toEqual({ open: 0, restricted: before.open })
    expect(await press(unrestrict, lead, known, {})).toContain('done=unrestricted')
    expect(await sensitivityOf(fresh)).toBe('S3')
    expect((await readers()).slice(0, 2)).toEqual([true, true])
    expect(await found(fresh)).toEqual(before)
  })

  test('is nobody of the old office once the known one has moved', async () => {
    const { known, fresh } = await merged()
    expect(await offers(lead, known)).toContain('/cases/')
    expect(await accepts(farSupervisor, known, farLead)).toContain('done=transfer-accepted')
    expect(await Promise.all([lead, other, supervisor, second].map((who) => opens(who, fresh)))).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect([await opens(farLead, fresh), await opens(farSupervisor, fresh)]).toEqual([true, true])
  })

  test('is no more whoever handed the known one over', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    await says(lead, fresh, known, 'SAME')
    await decides(supervisor, fresh, 'YES')
    const moves = `${known.code}~${await versionOf(known)}~${other.id}`
    expect(await came(handOver as Endpoint, supervisor, {}, { moves })).toContain('done=1')
    expect([await opens(lead, fresh), await opens(other, fresh)]).toEqual([false, true])
    const [row] = await root()`select lead_id from app.cases where id = ${fresh.id}`
    expect(row?.lead_id).toBe(other.id)
  })

  test('is from the merge on whoever is named on a restricted known one', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    expect(await restricts(lead, known)).toContain('done=restricted')
    expect(await says(lead, fresh, known, 'SAME')).toContain('same-asked')
    expect(await decides(supervisor, fresh, 'YES')).toContain('done=merged')
    expect(await sensitivityOf(fresh)).toBe('S4')
    expect([await opens(lead, fresh), await opens(supervisor, fresh), await opens(second, fresh)]).toEqual([
      true,
      true,
      false,
    ])
    expect((await found(fresh)).open).toBe(0)
  })
})

describe('what must come before a yes', () => {
  const point = (who: SignedIn, fresh: File, known: File) =>
    presenting(
      raw('web'),
      who.token,
      (
        tx,
      ) => tx`update app.cases set state = 'DUPLICATE', merged_into = ${known.id}, version = version + 1, last_verb = 'merge',
        last_party = 'supervisor', last_actor_id = ${who.id}, next_due_at = null, next_due_kind = null where id = ${fresh.id}`,
    )

  test('is that somebody works on the known file, where somebody works on this one', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    const stands = (state: string) =>
      root().begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`update app.cases set state = ${state} where id = ${known.id}`
      })
    await says(lead, fresh, known, 'SAME')
    await stands('CLOSED')
    expect(await decides(supervisor, fresh, 'YES')).toBe('same-known-ended')
    await expect(point(supervisor, fresh, known)).rejects.toThrow(/nobody works on the known file/)
    await stands('OPEN')
    expect(await decides(supervisor, fresh, 'YES')).toContain('done=merged')
  })

  test('is that what is restricted does not go on in the open', async () => {
    const known = await knownFile(lead)
    const fresh = await knownFile(lead, { ...salimata, given: 'Salimatou' })
    expect(await restricts(lead, fresh)).toContain('done=restricted')
    await says(lead, fresh, known, 'SAME')
    expect(await decides(supervisor, fresh, 'YES')).toBe('same-restrict-first')
    await expect(point(supervisor, fresh, known)).rejects.toThrow(/open to more/)
    expect(await restricts(lead, known)).toContain('done=restricted')
    expect(await decides(supervisor, fresh, 'YES')).toContain('done=merged')
  })
})
