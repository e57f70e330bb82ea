import type { Sql } from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseCode } from '@/lib/casework/numbers/case-code'
import { presenting, type SignedIn, sessionOf, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { ordinaryCase } from '@/lib/testing/factories/walk'

let web: Sql
let lead: SignedIn

beforeAll(async () => {
  web = raw('web')
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  await insertCases([ordinaryCase(lead.id, [])])
})

describe('a session', () => {
  const live = async (who: SignedIn) =>
    (await presenting(web, who.token, (tx) => tx`select access.actor_id() as me`))[0]?.me === who.id

  test('ends with the account, and does not come back with it', async () => {
    const leaving = await signedIn('SUPERVISOR', 'MOP')
    await root()`update access.users set active = false where id = ${leaving.id}`
    await root()`update access.users set active = true where id = ${leaving.id}`
    expect(await live(leaving)).toBe(false)
    await root()`update access.sessions set revoked_at = null where user_id = ${leaving.id}`
    expect(await live(leaving)).toBe(false)
    expect(await live(await sessionOf(leaving))).toBe(true)
  })

  test('ends when the password or the role changes', async () => {
    const changing = await signedIn('SUPERVISOR', 'MOP')
    await root()`insert into access.credentials (user_id, password_hash) values (${changing.id}, 'one')`
    expect(await live(changing)).toBe(true)
    await root()`update access.credentials set password_hash = 'two' where user_id = ${changing.id}`
    expect(await live(changing)).toBe(false)
    const again = await sessionOf(changing)
    await root()`update access.users set role = 'IM' where id = ${changing.id}`
    expect(await live(again)).toBe(false)
  })
})

describe('a case’s number', () => {
  test('is drawn by the database: asking for one that is taken tells nothing', async () => {
    const [taken] = await root()`select code from app.cases limit 1`
    const open = (code: string) =>
      presenting(web, lead.token, async (tx) => {
        const [row] = await tx`insert into app.cases (id, code, office_id, lead_id, opened_by, source, cercle)
          values (gen_random_uuid(), ${code}, 'MOP', ${lead.id}, ${lead.id}, 'WALK_IN', 'ML0506') returning code`
        return String(row?.code)
      })
    const drawn = [await open(String(taken?.code)), await open('MLP-0000-0000'), await open('MLP-0000-0000')]
    expect(new Set([...drawn, String(taken?.code)]).size).toBe(4)
    for (const code of drawn) expect(parseCode(code)).toBe(code)
  })
})
