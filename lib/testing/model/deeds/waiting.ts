import { POST as hold } from '@/app/api/v1/cases/[code]/hold/route'
import { POST as resume } from '@/app/api/v1/cases/[code]/resume/route'
import { POST as done } from '@/app/api/v1/tasks/[id]/done/route'
import { POST as see } from '@/app/api/v1/tasks/[id]/seen/route'
import { root } from '../../database'
import { type Deed, type Draw, filesOf, type Kind, ruled, sent } from '../deed'
import { daysOn, type File, type Model, typed } from '../files'
import { isSupervisor, isTeamRole, NAMES, type Name } from '../people'
import { decides, endOffer, onTeam, sees } from '../rules'

/** The longest each reason may wait, in days. */
const REASONS = { HOSPITAL: 60, COURT: 180, TEAM_SAFETY: 30 } as const

function held(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  const reason = draw.among(Object.keys(REASONS) as (keyof typeof REASONS)[])
  const days = draw.among([0, 1, 30, REASONS[reason], REASONS[reason] + 1])
  const until = daysOn(model.today, days)
  const may = onTeam(who, file) && file.state === 'OPEN' && days >= 1 && days <= REASONS[reason]
  return {
    action: 'case.hold',
    who,
    words: `${file.code} waits ${days} days for ${reason}`,
    expects: isTeamRole(who) ? ruled(sees(who, file), may) : 'refused',
    send: (world) =>
      sent(hold as never, world, {
        who,
        params: { code: file.code },
        values: { holdReason: reason, reviewOn: typed(until) },
      }),
    effect: () => wait(file, { reason, until }),
    moves: file.id,
  }
}

/** The clocks rest, the day is the team's work, and a high risk is looked at by the supervision. */
function wait(file: File, until: NonNullable<File['hold']>): void {
  file.state = 'ON_HOLD'
  file.hold = until
  file.events.push('hold')
  endOffer(file)
  file.tasks.delete('CLOSURE_RETURNED')
  file.tasks.set('REVIEW_HOLD', file.lead)
  if (file.risk === 'HIGH') file.tasks.set('SEE_HOLD', null)
}

function resumed(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  return {
    action: 'case.resume',
    who,
    words: `${file.code} goes on`,
    expects: isTeamRole(who)
      ? ruled(sees(who, file), onTeam(who, file) && file.state === 'ON_HOLD')
      : 'refused',
    send: (world) => sent(resume as never, world, { who, params: { code: file.code } }),
    effect: () => {
      file.state = 'OPEN'
      file.hold = null
      file.events.push('resume')
      for (const kind of ['REVIEW_HOLD', 'SEE_HOLD']) file.tasks.delete(kind)
    },
    moves: file.id,
  }
}

const taskOf = async (code: string, kind: string): Promise<string> => {
  const [row] = await root()`select t.id from app.tasks t join app.cases c on c.id = t.case_id
    where c.code = ${code} and t.kind = ${kind} and t.state = 'OPEN'`
  return String(row?.id)
}

const withTask = (model: Model, kind: string) => filesOf(model).filter(({ tasks }) => tasks.has(kind))

/** Whose look it is: of whoever holds it while they can decide, else of everybody who can. */
function isTurnOf(who: Name, file: File, kind: string): boolean {
  const holder = file.tasks.get(kind)
  return !holder || holder === who || !decides(holder, file)
}

/** What the supervision has read. */
function looked(draw: Draw, model: Model): Deed | undefined {
  const kind = draw.among(['SEE_HOLD', 'SEE_TRANSFER_REFUSED'])
  const files = withTask(model, kind)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  return {
    action: 'task.see',
    who,
    words: `${kind} of ${file.code} was looked at`,
    expects: isSupervisor(who) ? ruled(decides(who, file) && isTurnOf(who, file, kind), true) : 'refused',
    send: async (world) => sent(see as never, world, { who, params: { id: await taskOf(file.code, kind) } }),
    effect: () => file.tasks.delete(kind),
  }
}

/** What came back from the supervision or another office was read, and the person told who is there for them now. */
function readAgain(draw: Draw, model: Model): Deed | undefined {
  const kind = draw.among(['CLOSURE_RETURNED', 'TRANSFER_REFUSED', 'TELL_NEW_TEAM'])
  const files = withTask(model, kind)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  return {
    action: 'task.do',
    who,
    words: `${kind} of ${file.code} is done`,
    expects: isTeamRole(who) ? ruled(onTeam(who, file), true) : 'refused',
    send: async (world) => sent(done as never, world, { who, params: { id: await taskOf(file.code, kind) } }),
    effect: () => file.tasks.delete(kind),
  }
}

export const waiting: readonly Kind[] = [
  { weight: 6, draw: held },
  { weight: 4, draw: resumed },
  { weight: 3, draw: looked },
  { weight: 3, draw: readAgain },
]
