import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import postgres from 'postgres'
import { finish } from './command'
import { assertServes, type Case, startServing, stopServing } from './stage'

async function withTakenPort(act: (port: number) => Promise<void>) {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  try {
    await act(typeof address === 'object' && address ? address.port : 0)
  } finally {
    other.close()
  }
}

/** What a login can do to itself, done to all of them. */
async function breakLogins(url: string) {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  const logins =
    await client`select rolname as name from pg_roles where rolname ~ '^relais_(web|partner|auth|worker|report)_'`
  assert.equal(logins.length, 5)
  for (const { name } of logins) {
    await client.unsafe(`alter role ${name} set default_transaction_read_only = on`)
    await client.unsafe(`alter role ${name} in database relais set search_path = 'nowhere'`)
    await client.unsafe(`alter role ${name} password 'another'`)
  }
  await client.end()
}

export const startingCases: Case[] = [
  {
    name: 'starts in a path with a space, with NODE_ENV=production, on PORT, and Ctrl-C leaves nothing behind',
    async run({ clone }) {
      const { command, port } = await startServing({ clone })
      assert.match(command.output(), new RegExp(`http://127\\.0\\.0\\.1:${port}`))
      await assertServes(port)
      await stopServing(command, clone)
    },
  },
  {
    name: 'a second start names the address of the first, and chores use the running database',
    async run({ clone }) {
      const { command, port } = await startServing({ clone })
      const second = await finish(['scripts/start.mjs'], { clone })
      assert.equal(second.code, 1)
      assert.match(
        second.output,
        new RegExp(`already running from this folder, at http://127\\.0\\.0\\.1:${port}`),
      )
      const url = await finish(['scripts/db.mjs', 'url'], { clone })
      assert.match(url.output, /^postgres:\/\/relais_admin:[0-9a-f]+@127\.0\.0\.1:\d+\/relais\s*$/)
      const reset = await finish(['scripts/db.mjs', 'reset'], { clone })
      assert.equal(reset.code, 1)
      await assertServes(port)
      await stopServing(command, clone)
    },
  },
  {
    name: 'logins that were given another password or broken defaults are right again after a start',
    async run({ clone }) {
      const first = await startServing({ clone })
      const { output: url } = await finish(['scripts/db.mjs', 'url'], { clone })
      await breakLogins(url.trim())
      await stopServing(first.command, clone)
      const second = await startServing({ clone })
      await assertServes(second.port)
      await stopServing(second.command, clone)
    },
  },
  {
    name: 'a port in use is named, together with the way out',
    run: ({ clone }) =>
      withTakenPort(async (port) => {
        const { code, output } = await finish(['scripts/start.mjs'], { clone, env: { PORT: String(port) } })
        assert.equal(code, 1)
        assert.match(output, new RegExp(`Port ${port} is in use by another program`))
        assert.match(output, /PORT=\d+ npm start/)
        assert.doesNotMatch(output, /\n\s+at /)
      }),
  },
  {
    name: 'a PORT that is no port is refused in one sentence',
    async run({ clone }) {
      const { code, output } = await finish(['scripts/start.mjs'], { clone, env: { PORT: 'http' } })
      assert.equal(code, 1)
      assert.match(output, /PORT must be a number from 1 to 65535; it is "http"/)
    },
  },
]
