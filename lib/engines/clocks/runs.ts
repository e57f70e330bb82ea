import type { InForce } from './in-force'
import type { ReadEvent, ReadRule } from './read'
import type { ClockOutcome, Wiring } from './types'

export type Move =
  | 'started'
  | 'met'
  | 'ended'
  | 'handed-over'
  | 'received'
  | 'paused'
  | 'resumed'
  | 'reopened'
  | 'rebased'

/** One clock from its start to its stop: the stretches in which it ran, and the events that moved it. */
export type Run = {
  rule: ReadRule
  startedAt: number
  stoppedAt: number | null
  outcome: ClockOutcome | null
  /** The last stretch is open (`end: null`) while the clock runs. */
  stretches: { start: number; end: number | null }[]
  moves: { move: Move; event: ReadEvent; rule: ReadRule }[]
}

/** Does this event pull one of these triggers: its verb, the state it enters, or the passage `FROM>TO`. */
export function pulls(event: ReadEvent, triggers: readonly string[] = []): boolean {
  if (triggers.includes(event.verb)) return true
  if (event.to === null || event.to === event.from) return false
  return triggers.includes(event.to) || triggers.includes(`${event.from ?? ''}>${event.to}`)
}

/** The clocks of one wiring, oldest first; `events` in order of time. Only the last one can still be open. */
export function runsOf(wiring: Wiring, events: readonly ReadEvent[], inForce: InForce): Run[] {
  const runs: Run[] = []
  let state: string | null = null
  for (const event of events) {
    state = event.to ?? state
    turn(runs, wiring, { event, inForce })
    const last = runs.at(-1)
    if (last?.stoppedAt === null) pauseOrResume(last, event, state)
  }
  return runs
}

type Turn = { event: ReadEvent; inForce: InForce }

function turn(runs: Run[], wiring: Wiring, { event, inForce }: Turn): void {
  const last = runs.at(-1)
  const open = last?.stoppedAt === null ? last : undefined
  const begin = (move: Move) => runs.push(startRun(event, inForce.ruleAt(event.at), move))
  if (!open) {
    if (last?.outcome === 'MET' && pulls(event, wiring.resumes)) reopen(last, event)
    else if (pulls(event, wiring.starts)) begin('started')
  } else if (pulls(event, wiring.meets)) {
    stop(open, event, 'MET')
    if (wiring.repeats && !pulls(event, wiring.ends)) begin('started')
  } else if (pulls(event, wiring.ends)) stop(open, event, 'ENDED')
  else if (pulls(event, wiring.handsOver)) {
    stop(open, event, 'HANDED_OVER')
    begin('received')
  } else if (pulls(event, wiring.rebases)) {
    open.rule = inForce.ruleAt(event.at)
    note(open, 'rebased', event)
  }
}

function startRun(event: ReadEvent, rule: ReadRule, move: Move): Run {
  return {
    rule,
    startedAt: event.at,
    stoppedAt: null,
    outcome: null,
    stretches: [{ start: event.at, end: null }],
    moves: [{ move, event, rule }],
  }
}

const MOVE_OF = { MET: 'met', ENDED: 'ended', HANDED_OVER: 'handed-over' } as const

function stop(run: Run, event: ReadEvent, outcome: ClockOutcome): void {
  closeStretch(run, event.at)
  run.stoppedAt = event.at
  run.outcome = outcome
  note(run, MOVE_OF[outcome], event)
}

// The time between the answer and its undoing counts: the person went on waiting.
function reopen(run: Run, event: ReadEvent): void {
  const last = run.stretches.at(-1)
  if (last && last.end === run.stoppedAt) last.end = null
  else run.stretches.push({ start: event.at, end: null })
  run.stoppedAt = null
  run.outcome = null
  note(run, 'reopened', event)
}

function pauseOrResume(run: Run, event: ReadEvent, state: string | null): void {
  const paused = run.stretches.at(-1)?.end !== null
  const shouldPause = state !== null && run.rule.pauseIn.includes(state)
  if (paused === shouldPause) return
  if (shouldPause) closeStretch(run, event.at)
  else run.stretches.push({ start: event.at, end: null })
  note(run, shouldPause ? 'paused' : 'resumed', event)
}

function closeStretch(run: Run, at: number): void {
  const last = run.stretches.at(-1)
  if (last && last.end === null) last.end = at
}

function note(run: Run, move: Move, event: ReadEvent): void {
  run.moves.push({ move, event, rule: run.rule })
}
