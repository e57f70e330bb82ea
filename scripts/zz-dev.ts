import { existsSync, readFileSync } from 'node:fs'
import { openFolder } from './instance/folder'
import { runningDatabase } from './instance/with-instance'
import { endOf, workSince, writeDownPlans } from './bench/growth/plans'
import { visitsOf } from './bench/growth/visits'
import { fetchPage } from './bench/served/browse'
const [dir, port, only] = process.argv.slice(2)
const folder = openFolder(dir!)
const database = runningDatabase(folder)!
const served = { folder, database, demo: true, port: Number(port), origin: `http://127.0.0.1:${port}` } as never
const visits = (await visitsOf(served)).filter(v => !only || v.name.includes(only))
await writeDownPlans(served)
const log = folder.log('postgresql')
for (const v of visits) {
  let last
  for (let i=0;i<7;i++) last = await fetchPage(served, v.path, v.cookie)
  const from = endOf(log)
  const t = await fetchPage(served, v.path, v.cookie)
  const w = workSince(log, from)
  console.log(v.name.padEnd(42), t.status, String(w.statements).padStart(3), String(w.buffers).padStart(7), String(w.rows).padStart(7), t.milliseconds.toFixed(0).padStart(6)+'ms')
}
