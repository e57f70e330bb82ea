import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

export interface Browser {
  path: string
  /** What it needs in its environment: the folder of libraries this machine lacks. */
  env: Record<string, string>
}

/** A missing library or a stub of a package manager shows already here. */
export function runs({ path, env }: Browser) {
  const asked = spawnSync(path, ['--version', '--no-sandbox'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  return asked.status === 0 && /\d+\.\d+/.test(asked.stdout)
}

/** Whether text can be drawn: without any font a page has no width to check. */
export const hasFonts = () => existsSync('/usr/share/fonts') && readdirSync('/usr/share/fonts').length > 0
