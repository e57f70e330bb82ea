import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { groups, loginOf } from '@/lib/platform/db/logins'
import { raw, root } from '@/lib/testing/database'

describe('every login', () => {
  test('changes nothing about roles but its own password, and reads no hash', async () => {
    for (const group of groups) {
      const { user } = loginOf(group)
      const other = loginOf(group === 'web' ? 'partner' : 'web').user
      for (const attack of [
        `alter role ${other} password 'x'`,
        `alter role ${user} createrole`,
        `alter role ${user} rename to somebody`,
        `alter role ${user} valid until '2099-01-01'`,
        `grant relais_owner to ${user}`,
        'select rolpassword from pg_authid',
      ])
        await expect(raw(group).unsafe(attack), `${group}: ${attack}`).rejects.toThrow(
          /denied|must be|must have|cannot be renamed/,
        )
    }
  })

  test('puts no role on, not even its own group’s, where the server can forbid it', async () => {
    const [server] = await root()`select current_setting('server_version_num')::int as version`
    const answer = raw('web')
      .unsafe('set role relais_web')
      .then(
        () => 'done',
        (error: { code?: string }) => error.code,
      )
    // Below 16 no membership can forbid it; drizzle/every-write.db.test.ts tries there under that role too.
    expect(await answer).toBe(Number(server?.version) >= 160000 ? '42501' : 'done')
  })

  describe('of another instance on the same server', () => {
    const secret = randomBytes(32).toString('hex')
    /** The instance with that secret, on this database. */
    const instance = async () => {
      vi.resetModules()
      vi.stubEnv('RELAIS_SECRET', secret)
      const { bootstrap } = await import('@/lib/platform/db/bootstrap')
      const { addressOf, loginOf: its } = await import('@/lib/platform/db/logins')
      return { bootstrap, address: addressOf('web'), logins: groups.map((group) => its(group).user) }
    }
    afterAll(async () => {
      const { logins } = await instance()
      for (const login of logins) await root().unsafe(`drop owned by ${login}; drop role ${login}`)
      vi.unstubAllEnvs()
    })

    test('that changed its password works again once its instance bootstraps', async () => {
      const { bootstrap, address } = await instance()
      await bootstrap()
      const ask = async (statement: string) => {
        const client = postgres(address, { max: 1 })
        return client
          .unsafe(statement)
          .then(
            () => 'done',
            (error: { code?: string }) => error.code,
          )
          .finally(() => client.end())
      }
      expect(await ask(`alter role current_user password '${randomBytes(9).toString('hex')}'`)).toBe('done')
      expect(await ask('select 1')).toBe('28P01')
      await bootstrap()
      expect(await ask('select 1')).toBe('done')
    })

    test('that spoilt its own defaults, everywhere and in this database, writes again after a start', async () => {
      const { bootstrap, address } = await instance()
      await bootstrap()
      const client = () => postgres(address, { max: 1, onnotice: () => {} })
      const spoil = client()
      const [here] = await spoil`select current_database() as name`
      for (const where of ['', `in database ${here?.name}`])
        for (const what of [
          'default_transaction_read_only = on',
          'statement_timeout = 9000',
          'search_path = nowhere',
        ])
          await spoil.unsafe(`alter role current_user ${where} set ${what}`)
      await spoil.end()
      const settings = async () => {
        const fresh = client()
        const [row] = await fresh`select current_setting('default_transaction_read_only') as reads,
          current_setting('statement_timeout') as time, current_setting('search_path') as path`.finally(() =>
          fresh.end(),
        )
        return row
      }
      await expect(settings().then((row) => row?.reads)).resolves.toBe('on')
      await bootstrap()
      expect(await settings()).toEqual({ reads: 'off', time: '0', path: '"$user", public' })
    })
  })
})
