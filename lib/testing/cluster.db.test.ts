import { describe, expect, test } from 'vitest'
import { as, signedIn } from './actors'
import { raw, root } from './database'
import { MORNING } from './foundations'

describe('the database of a test file', () => {
  test('has places and partners and begins without people', async () => {
    const [row] = await root()`select (select count(*)::int from app.partners) as partners,
      (select count(*)::int from access.users) as users`
    expect(row?.partners).toBeGreaterThan(5)
    expect(row?.users).toBe(0)
  })

  test('shows the demonstration’s morning as casework time', async () => {
    const actor = await as(await signedIn('SUPERVISOR', 'MOP'), async (ctx) => ctx.actor)
    expect(actor.offices).toEqual(['MOP'])
    expect(actor.now.toISOString().slice(0, 10)).toBe(MORNING.slice(0, 10))
  })

  test('is open to the logins of the instance and to no other database', async () => {
    const [row] = await raw('web')`select current_user as me, current_database() as here`
    expect(row?.me).toMatch(/^relais_web_/)
    expect(row?.here).toMatch(/^t_/)
  })
})
