import type { BenchTable } from './figures/table'
import { timeQuestions } from './searching/time-questions'
import { openServed } from './served/open-served'

/** Further cases where nobody says how many: `npm run bench -- search --people 100000` for a full instance. */
const FEW = 2000

/** How long the search page takes for each way of asking, from the request to the last byte. */
export async function bench({ people = FEW }: { people?: number } = {}): Promise<BenchTable> {
  const started = performance.now()
  const { served, end } = await openServed(people)
  const filled = Math.round((performance.now() - started) / 1000)
  try {
    return {
      title: `Search among ${people} further cases`,
      columns: ['Asked', 'Listed', 'Statements', 'p50 ms', 'p95 ms', 'p95 ≤ 300'],
      rows: await timeQuestions(served, people),
      notes: [
        `filled and started in ${filled} s; warm, one client, from the request to the last byte`,
        'a code answers with the way to its file; more than 200 files are not listed, the page asks for a second fact',
      ],
    }
  } finally {
    await end()
  }
}
