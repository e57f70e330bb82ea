import type { BenchTable } from './figures/table'
import { grow, staysWorse } from './growth/measure'
import { parsers } from './growth/parsers'

const rounded = (milliseconds: number) => Number(milliseconds.toPrecision(2))

/** Keyed hashes need a secret, any one; nothing here reaches a database. */
function withoutInstance(): void {
  process.env.DATABASE_URL ??= 'postgres://127.0.0.1:1/none'
  process.env.RELAIS_SECRET ??= '0'.repeat(64)
}

/** Every parser of what strangers send, with a text and one four times as long: the work grows with the length alone. */
export async function bench(): Promise<BenchTable> {
  withoutInstance()
  const growths = parsers.map(grow)
  const worse = growths.filter(staysWorse)
  return {
    title: 'Parsers of foreign input, by length',
    columns: ['Parser', 'Text', 'n', 'ms at n', 'ms at 4n', 'Ratio'],
    rows: growths.map(({ tried, short, long, ratio }) => [
      tried.name,
      tried.what,
      tried.n,
      rounded(short),
      rounded(long),
      Number(ratio.toFixed(1)),
    ]),
    notes: [
      `${growths.length} texts; the best of five interleaved pairs`,
      worse.length === 0
        ? 'none grows faster than its text'
        : `grow faster than their text: ${worse.map(({ tried }) => `${tried.name}, ${tried.what}`).join('; ')}`,
    ],
  }
}
