import type { BenchTable } from './figures/table'
import { flood } from './hardship/flood-the-door'

/** Ten people at work while strangers do their worst. */
export async function bench(): Promise<BenchTable> {
  return (await flood({ seconds: 20 })).table
}
