import { performance } from 'node:perf_hooks'
import { match, rank } from '@/lib/engines/matching/score'
import { tokens } from '@/lib/engines/matching/tokens'
import type { Joinable } from './join'

const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0

/** Median milliseconds over many different queries. */
function timed(rounds: number, work: (round: number) => void): number {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    work(round)
    times.push(performance.now() - start)
  }
  return median(times)
}

export type Speed = { score200: number; rank200: number; tokens1: number }

/** Scoring 200 candidates already folded; reading, folding and ranking 200; the tokens of one person. */
export function speed({ corpus, people }: Joinable): Speed {
  const { records } = corpus
  const slice = <T>(items: readonly T[], round: number) => items.slice(round * 200, round * 200 + 200)
  const key = new Uint8Array(32).fill(7)
  return {
    score200: timed(200, (round) => {
      const [query, ...others] = slice(people, round + 1)
      if (query) for (const other of [...others, query]) match(query, other)
    }),
    rank200: timed(200, (round) => {
      rank(records[round] ?? {}, slice(records, round + 1))
    }),
    tokens1: timed(2_000, (round) => {
      tokens(records[round] ?? {}, key)
    }),
  }
}
