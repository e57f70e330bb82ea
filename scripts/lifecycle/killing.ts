import assert from 'node:assert/strict'
import { join } from 'node:path'
import { assertNothingLeft, assertServes, type Case, idsOf, startServing, stopServing } from './stage'

const dataOf = (clone: string) => join(clone, '.relais')

async function startsAgain(clone: string) {
  const { command, port } = await startServing({ clone })
  await assertServes(port)
  await stopServing(command, clone)
}

const killed = (victim: 'server' | 'postmaster', sentence: RegExp): Case => ({
  name: `after kill -9 of the ${victim} everything stops with a sentence, and the next start works`,
  async run({ clone }) {
    const { command } = await startServing({ clone })
    process.kill(idsOf(dataOf(clone))[victim], 'SIGKILL')
    assert.equal(await command.exit, 1)
    assert.match(command.output(), sentence)
    await assertNothingLeft(clone)
    await startsAgain(clone)
  },
})

export const killingCases: Case[] = [
  killed('server', /The server ended unexpectedly/),
  killed('postmaster', /The database ended unexpectedly/),
  {
    name: 'after kill -9 of the start itself the next start works at once',
    async run({ clone }) {
      const { command } = await startServing({ clone })
      process.kill(idsOf(dataOf(clone)).start, 'SIGKILL')
      await command.exit
      await startsAgain(clone)
    },
  },
  {
    name: 'after kill -9 of all three at once the next start works',
    async run({ clone }) {
      const { command } = await startServing({ clone })
      const { start, server, postmaster } = idsOf(dataOf(clone))
      for (const pid of [start, server, postmaster]) process.kill(pid, 'SIGKILL')
      await command.exit
      await startsAgain(clone)
    },
  },
  {
    name: 'when npm is killed, which passes no signal on, everything stops',
    async run({ clone }) {
      const { command } = await startServing({ clone, throughNpm: true })
      process.kill(command.pid, 'SIGKILL')
      await command.exit
      await assertNothingLeft(clone)
    },
  },
  {
    name: 'SIGTERM to npm stops everything',
    async run({ clone }) {
      const { command } = await startServing({ clone, throughNpm: true })
      process.kill(command.pid, 'SIGTERM')
      await command.exit
      await assertNothingLeft(clone)
    },
  },
]
