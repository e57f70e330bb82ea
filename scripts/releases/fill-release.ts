import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import postgres from 'postgres'
import { startCluster } from '../../lib/platform/db/embedded/start-cluster'

/**
 * Makes the filled dump of a release: `node --import tsx scripts/releases/fill-release.ts 45fe5e5`. The release's own
 * code migrates and fills a throw-away database with invented cases; a few rows are then made wrong by hand, as the
 * release allowed. What is written is data alone: the schema is that of the release's migrations, which never change.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CASES = 120

/** Run inside the release's own tree, with its own modules. */
const FILL = `
import postgres from 'postgres'
import { directory, partners } from './drizzle/seed/demo/directory'
import { flowPoints, offices } from './drizzle/seed/demo/places'
import { users } from './drizzle/seed/demo/staff'
import { insertFoundations } from './drizzle/seed/insert/people-and-places'
import { seedCases } from './drizzle/seed/seed'
const now = '2014-06-30T09:00:00.000Z'
const client = postgres(process.env.DATABASE_URL, { max: 1, onnotice: () => {}, connection: { role: 'relais_owner' } })
await client.begin(async (tx) => {
  await tx\`select set_config('relais.maintenance', 'on', true)\`
  await tx\`update app.instance set casework_offset = \${now}::timestamptz - now()\`
  const foundations = { now, offices, flowPoints, partners, directory, users, files: [], alerts: [] }
  await insertFoundations(tx, foundations, new Map(users.map(({ id }) => [id, 'no password'])))
})
await client.end()
await seedCases(${CASES}, 11)
`

/** Three people said "no" and two said they were harmed, and the release called it confirmed. One said both. */
async function makeWrong(root: postgres.Sql): Promise<void> {
  await root`with asked as (select v.referral_id, row_number() over (order by v.referral_id) as nth
      from app.verifications v join app.referrals r on r.id = v.referral_id where r.state = 'VERIFIED')
    update app.verifications v set received = case when a.nth <= 3 then 'NO' else v.received end,
      satisfied = case when a.nth <= 3 then 'NO' else v.satisfied end,
      harm = case when a.nth in (3, 4) then 'YES' else v.harm end
    from asked a where a.referral_id = v.referral_id`
}

/** Filled by the migrations themselves, or by every start. */
const OWN = ['app.referral_transitions', 'app.instance', 'audit.secret']

async function rowsOf(root: postgres.Sql): Promise<Record<string, string>> {
  const tables = await root`select schemaname || '.' || tablename as name from pg_tables
    where schemaname in ('app', 'access', 'vault', 'jobs') order by 1`
  const rows: Record<string, string> = {}
  for (const { name } of tables) {
    if (OWN.includes(name)) continue
    const [all] = await root.unsafe(`select coalesce(json_agg(t)::text, '[]') as rows from ${name} t`)
    if (all?.rows !== '[]') rows[name] = String(all?.rows)
  }
  return rows
}

async function fill(commit: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  const tree = join(folder, 'tree')
  execFileSync('git', ['worktree', 'add', '--detach', tree, commit], { cwd: ROOT })
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'))
  writeFileSync(join(tree, 'fill.ts'), FILL)
  const cluster = await startCluster({
    dir: join(folder, 'pg'),
    root: ROOT,
    passwords: { superuser: 'throw-away', admin: 'throw-away' },
    path: process.env.PATH ?? '',
    log: join(folder, 'postgresql.log'),
    throwAway: true,
  })
  try {
    const secret = createHash('sha256').update(`release ${commit}`).digest('hex')
    const environment = {
      DATABASE_URL: cluster.adminUrl,
      RELAIS_SECRET: secret,
      RELAIS_DATA: folder,
      RELAIS_DEMO: '1',
    }
    const run = (file: string) =>
      execFileSync(process.execPath, ['--import', 'tsx', file], {
        cwd: tree,
        env: { ...process.env, ...environment },
        stdio: 'inherit',
      })
    run('scripts/cli/migrate.ts')
    run('fill.ts')
    const address = new URL(cluster.superuserUrl)
    address.pathname = '/relais'
    const root = postgres(address.href, { max: 1, onnotice: () => {} })
    await makeWrong(root)
    const text = JSON.stringify({ commit, secret, rows: await rowsOf(root) })
    await root.end()
    writeFileSync(join(ROOT, `lib/testing/releases/${commit}.json.gz`), gzipSync(text, { level: 9 }))
  } finally {
    await cluster.stop()
    execFileSync('git', ['worktree', 'remove', '--force', tree], { cwd: ROOT })
    rmSync(folder, { recursive: true, force: true })
  }
}

const [commit = ''] = process.argv.slice(2)
if (!/^[0-9a-f]{7,40}$/.test(commit)) throw new Error('name the commit of the release')
await fill(commit)
