import type { Parts } from './cube'
import { fits, type Job } from './fits'
import type { Node } from './tree'

/** A place (one group) with the groups of each other dimension there; without a place only the latter. */
export type Cut = Parts

/**
 * Cuts a table as finely as it may be. Groups are split in two or left whole by one test that looks at all resulting
 * cells alike, so that a group left whole says no more than its own count: whoever runs this program on the same lists
 * still finds every way to fill the group possible.
 *
 * `from` are the cuts of wider audiences. They are refined, never cut anew, and what a wider audience was refused is
 * tried again where it was refused, before places are split: those who read both learn nothing from the refusal.
 * Null when the dimension that must be kept cannot be shown at all.
 */
export function cutTable(job: Job, from: readonly Cut[] | null): Cut[] | null {
  if (from) return from.flatMap((cut) => splitPlaces(job, splitColumns(job, cut)))
  const start = startOf(job)
  return start && splitPlaces(job, start).map((cut) => splitColumns(job, cut))
}

/** The country as one place; the kept dimension already cut at its coarsest level, which places must respect. */
function startOf(job: Job): Cut | null {
  const whole = job.trees.map((tree) => [tree])
  if (job.keeps === job.place) return whole
  const top = job.trees[job.keeps]
  const kept = splitGroups(job, whole, {
    d: job.keeps,
    may: ({ level }) => level === top?.level,
  })
  return (kept[job.keeps]?.length ?? 0) > 1 ? kept : null
}

function splitPlaces(job: Job, cut: Cut): Cut[] {
  const parts = job.place < 0 ? null : cut[job.place]?.[0]?.parts
  if (
    !parts ||
    !fits(
      job,
      cut.map((groups, d) => (d === job.place ? parts : groups)),
    )
  )
    return [cut]
  return parts.flatMap((part) =>
    splitPlaces(
      job,
      cut.map((groups, d) => (d === job.place ? [part] : groups)),
    ),
  )
}

function splitColumns(job: Job, cut: Cut): Cut {
  const others = job.trees.map((_, d) => d).filter((d) => d !== job.place && d !== job.keeps)
  const order = job.keeps === job.place ? others : [job.keeps, ...others]
  return order.reduce<Cut>((now, d) => splitGroups(job, now, { d, may: () => true }), cut)
}

type Split = { d: number; may: (node: Node) => boolean }

/** Splits the groups of one dimension, coarse ones first, as long as all cells that it makes may be shown. */
function splitGroups(job: Job, cut: Cut, { d, may }: Split): Cut {
  const done: Node[] = []
  const open = [...(cut[d] ?? [])]
  for (let node = open.shift(); node; node = open.shift()) {
    const { parts } = node
    if (
      parts &&
      may(node) &&
      fits(
        job,
        cut.map((groups, i) => (i === d ? parts : groups)),
      )
    )
      open.push(...parts)
    else done.push(node)
  }
  const sorted = done.sort((a, b) => (a.way < b.way ? -1 : 1))
  return cut.map((groups, i) => (i === d ? sorted : groups))
}
