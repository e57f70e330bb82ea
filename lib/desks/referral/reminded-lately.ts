import type { Happened } from './referral-file'

/** When it was reminded last and from when it may be again; nothing once that moment has come. PURE. */
export function remindedLately(
  events: readonly Pick<Happened, 'verb' | 'at'>[],
  afterSeconds: number,
  now: Date,
): { at: Date; again: Date } | undefined {
  const last = events.findLast(({ verb }) => verb === 'remind')
  const again = last && new Date(last.at.getTime() + afterSeconds * 1000)
  return last && again && again > now ? { at: last.at, again } : undefined
}
