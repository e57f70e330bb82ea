import { seedCases, seedDemo } from '@/drizzle/seed/seed'

const at = process.argv.indexOf('--cases')
const count = at > 0 ? Number(process.argv[at + 1]) : 0
if (at > 0 && !(Number.isInteger(count) && count > 0)) {
  process.stderr.write('Say how many cases: --cases 10000\n')
  process.exit(1)
}
const outcome = await seedDemo()
process.stdout.write(
  outcome === 'seeded'
    ? 'The demonstration is seeded.\n'
    : 'The database already has people in it; nothing was added.\n',
)
if (count > 0) {
  await seedCases(count)
  process.stdout.write(`${count} further invented cases.\n`)
}
