import fc from 'fast-check'
import type { Sql } from 'postgres'
import { root } from '../database'
import { MORNING } from '../foundations'
import type { Answer, Deed, Draw, Kind, World } from './deed'
import { answering } from './deeds/answering'
import { ending } from './deeds/ending'
import { helping } from './deeds/helping'
import { moving } from './deeds/moving'
import { registering } from './deeds/registering'
import { same } from './deeds/same'
import { team } from './deeds/team'
import { time } from './deeds/time'
import { waiting } from './deeds/waiting'
import { type Model, newModel } from './files'
import { followKnown, standing } from './follow'
import { linesOf } from './lines'
import type { Cast, Name } from './people'
import { logSince, rowsOf } from './rows'

const KINDS: readonly Kind[] = [
  ...registering,
  ...waiting,
  ...ending,
  ...answering,
  ...team,
  ...same,
  ...moving,
  ...helping,
  ...time,
]
const WEIGHED = KINDS.flatMap((kind) => Array.from({ length: kind.weight }, () => kind))

export type Ran = { model: Model; last: number; versions: Map<string, number>; told: string[] }
/** `tally`: how often each deed was done; `steps`: how much was tried. */
export type Real = World & { web: Sql; tally: Map<string, number>; steps: number }

/** Choices by a number: the same number chooses the same. */
function drawBy(start: number): Draw {
  let state = (start % 2147483646) + 1
  const next = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  next()
  return {
    among: (list) => list[Math.floor(next() * list.length)] as never,
    onceIn: (times) => next() * times < 1,
  }
}

/** Of what could be tried something that should be done, mostly; sometimes whatever comes. */
function deedBy(seed: number, model: Model): Deed | undefined {
  const draw = drawBy(seed)
  const any = draw.onceIn(5)
  for (let kinds = 0; kinds < 12; kinds += 1) {
    const kind = draw.among(WEIGHED)
    for (let tried = 0; tried < 30; tried += 1) {
      const deed = kind.draw(draw, model)
      if (deed && (any || deed.expects === 'done')) return deed
    }
  }
  return undefined
}

/** One step of a run. */
export class Step implements fc.AsyncCommand<Ran, Real> {
  constructor(private readonly seed: number) {}
  check = () => true
  toString = () => String(this.seed)

  async run(ran: Ran, real: Real): Promise<void> {
    const deed = deedBy(this.seed, ran.model)
    if (!deed) return
    ran.told.push(`${deed.who}: ${deed.words} (${deed.action}, ${deed.expects})`)
    ran.model.turn += 1
    real.steps += 1
    const answer = await deed.send(real)
    real.tally.set(deed.action, (real.tally.get(deed.action) ?? 0) + Number(answer.outcome === 'done'))
    if (answer.status >= 500) throw wrong(ran, `answered ${answer.status}`)
    if (answer.outcome !== deed.expects)
      throw wrong(ran, `should be ${deed.expects}, is ${answer.outcome} (${answer.status} ${answer.reason})`)
    if (answer.outcome === 'done') {
      const before = standing(ran.model)
      deed.effect(answer)
      followKnown(ran.model, before, deed.who)
    }
    await compare(ran, real, deed, answer)
  }
}

const wrong = ({ told }: Ran, what: string) => new Error(`${what}\n  ${told.join('\n  ')}`)

/** Rows, reach, versions and the log, after every step. */
async function compare(ran: Ran, { web, cast }: Real, deed: Deed, answer: Answer): Promise<void> {
  const codes = [...ran.model.files.keys(), ...ran.model.gone]
  const { lines, versions } = await rowsOf(web, cast, codes)
  const expected = linesOf(ran.model)
  const [missing, beside] = [
    expected.filter((one) => !lines.includes(one)),
    lines.filter((one) => !expected.includes(one)),
  ]
  if (missing.length + beside.length > 0)
    throw wrong(
      ran,
      `should be: ${missing.join(' | ') || 'nothing'}\n  is: ${beside.join(' | ') || 'nothing'}`,
    )
  const done = answer.outcome === 'done'
  for (const [code, version] of versions) {
    const grown = version - (ran.versions.get(code) ?? 1)
    const least = done && deed.moves === code ? 1 : 0
    if (ran.versions.has(code) && (grown < least || grown > (done ? 1 : 0)))
      throw wrong(ran, `the version of ${code} grew by ${grown}`)
  }
  ran.versions = versions
  await compareLog(ran, cast, deed, answer)
}

async function compareLog(ran: Ran, cast: Cast, deed: Deed, answer: Answer): Promise<void> {
  const { lines, last } = await logSince(ran.last)
  ran.last = last
  for (const { code, outcome } of lines) noteOpening(ran.model, deed.who, outcome === 'done' ? code : null)
  const is = lines
    .map(({ action, actor, outcome }) => `${action} ${actor === cast[deed.who].id} ${outcome}`)
    .sort()
  const should = linesExpected(deed, answer).sort()
  if (is.join() !== should.join())
    throw wrong(ran, `the log should have ${should.join(', ')}; it has ${is.join(', ')}`)
}

/** Whoever does something on a restricted case has opened it: whoever restricted it takes it back no more. */
function noteOpening({ files }: Model, who: Name, code: string | null): void {
  const restriction = files.get(code ?? '')?.restriction
  if (restriction && restriction.by !== who) restriction.opened = true
}

/** A form that comes back is no event; a refusal, a miss and a deed are one each. */
function linesExpected({ action, silent, besides = [] }: Deed, { outcome, reason }: Answer): string[] {
  // What the database alone refuses leaves no line either.
  if (silent || ['invalid', 'stale', 'changed-meanwhile'].includes(reason)) return []
  if (outcome === 'unseen') return [`${action} true missing`]
  if (reason === 'stays') return [`${action} true done`]
  if (outcome === 'refused') return [`${action} true refused`]
  return [`${action} true done`, ...besides.map(() => `${action} true done`)]
}

/** A run begins on the tests' morning with nothing known. */
export async function begin(): Promise<Ran> {
  await root()`update app.instance set casework_offset = ${MORNING}::timestamptz - now()`
  const [row] = await root()`select coalesce(max(id), 0) as last from audit.events`
  const model = newModel(MORNING.slice(0, 10))
  return { model, last: Number(row?.last), versions: new Map(), told: [] }
}

export const stepsOf = (length: number) =>
  fc.array(
    fc.noBias(fc.nat({ max: 2_000_000_000 })).map((seed) => new Step(seed)),
    { minLength: length, maxLength: length },
  )
