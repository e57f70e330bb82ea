import { env } from '@/lib/platform/env/env'

const kept = new Map<string, unknown>()

/**
 * Only while measuring (never outside a demonstration): a page asked for with `x-measure: memory` is rendered from what
 * its loader found last time for the same person, so that the cost of the database shows as a ratio.
 */
export function fromMemory<P>(key: string, header: string | null): P | undefined {
  return env().measure && header === 'memory' ? (kept.get(key) as P | undefined) : undefined
}

export function remember(key: string, page: unknown): void {
  if (env().measure) kept.set(key, page)
}
