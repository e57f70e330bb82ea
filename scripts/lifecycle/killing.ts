import assert from 'node:assert/strict'
import { join } from 'node:path'
import { assertNothingLeft, assertServes, type Case, idsOf, startServing, stopServing } from './stage'

const dataOf = (clone: string) => join(clone, '.relais')

async function startsAgain(clone: string) {
  const { command, port } = await startServing({ clone })
  await assertServes(port)
  await stopServing(command, clone)
}

const killed = (victim: 'server' | 'postmaster'): Case => ({
  name: `after kill -9 of the ${victim} it comes back by itself, at the same address, and still stops in good order`,
  async run({ clone }) {
    const { command, port } = await startServing({ clone })
    const before = idsOf(dataOf(clone))
    process.kill(before[victim], 'SIGKILL')
    await command.until(`${victim === 'server' ? 'server' : 'database'}`.padEnd(10).concat(' is back'))
    assert.notEqual(idsOf(dataOf(clone))[victim], before[victim])
    assert.equal(idsOf(dataOf(clone)).databasePort, before.databasePort)
    await assertServes(port)
    await stopServing(command, clone)
    await startsAgain(clone)
  },
})

export const killingCases: Case[] = [
  killed('server'),
  killed('postmaster'),
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
