import assert from 'node:assert/strict'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isRoot } from '@/lib/platform/db/embedded/account'
import { dataFolderOf, forgetPlace } from '@/lib/platform/db/embedded/place'
import { assertServes, type Case, startServing, stopServing } from './stage'

const nobody = { uid: 65_534, gid: 65_534 }
const stateFolder = '/var/lib/relais'

/** The clone's top folder changes hands for a while; what is in it stays readable, as after `git clone` by another. */
const ordinaryUser: Case = {
  name: 'an ordinary user starts it without being root',
  async run({ folder, clone }) {
    const home = join(folder, 'home of nobody')
    const data = join(home, 'data')
    mkdirSync(home)
    chownSync(home, nobody.uid, nobody.gid)
    const env = { HOME: home, RELAIS_DATA: data, TMPDIR: home }
    const { command, port } = await startServing({ clone, account: nobody, env })
    await assertServes(port)
    assert.equal(statSync(join(data, 'pg')).uid, nobody.uid)
    await stopServing(command, clone)
  },
}

const entries = () => new Set(existsSync(stateFolder) ? readdirSync(stateFolder) : [])

/** Whatever the case adds to the system's state folder is taken away again. */
async function withStateFolderRestored(act: () => Promise<void>) {
  const before = entries()
  try {
    await act()
  } finally {
    for (const name of entries()) if (!before.has(name)) rmSync(join(stateFolder, name), { recursive: true })
    if (before.size === 0 && existsSync(stateFolder)) rmSync(stateFolder, { recursive: true })
  }
}

const closedHome: Case = {
  name: 'as root, below a home folder that nobody else may enter, the database goes to a system folder',
  run: ({ folder, clone }) =>
    withStateFolderRestored(async () => {
      const data = join(clone, 'closed data')
      const mode = statSync(folder).mode & 0o777
      chmodSync(folder, 0o700)
      try {
        const { command, port } = await startServing({ clone, env: { RELAIS_DATA: data } })
        await assertServes(port)
        assert.ok(dataFolderOf(join(data, 'pg')).startsWith(stateFolder))
        await stopServing(command, clone)
      } finally {
        forgetPlace(join(data, 'pg'))
        chmodSync(folder, mode)
      }
    }),
}

/** Only root can become somebody else; as an ordinary user every other case proves the ordinary user. */
export const accountCases: Case[] = isRoot() ? [ordinaryUser, closedHome] : []
