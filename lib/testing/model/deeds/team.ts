import { POST as restrict } from '@/app/api/v1/cases/[code]/restrict/route'
import { POST as remove } from '@/app/api/v1/cases/[code]/team/remove/route'
import { POST as add } from '@/app/api/v1/cases/[code]/team/route'
import { POST as openAgain } from '@/app/api/v1/cases/[code]/undo-restriction/route'
import { POST as handOver } from '@/app/api/v1/cases/hand-over/route'
import { root } from '../../database'
import { type Deed, type Draw, filesOf, type Kind, ruled, sent } from '../deed'
import type { Model } from '../files'
import { CAST, isSupervisor, isTeamRole, NAMES } from '../people'
import { decides, endOffer, isInHand, isWorked, leads, onTeam, sees, worksIn } from '../rules'

function joined(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  const whom = draw.among(NAMES)
  const fits = worksIn(whom, file) && !onTeam(whom, file)
  return {
    action: 'case.add-colleague',
    who,
    words: `${whom} joins ${file.code}`,
    expects: isTeamRole(who) ? ruled(sees(who, file), leads(who, file) && isWorked(file) && fits) : 'refused',
    send: (world) =>
      sent(add as never, world, {
        who,
        params: { code: file.code },
        values: { colleague: world.cast[whom].id },
      }),
    effect: () => file.members.add(whom),
  }
}

function left(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model).filter(({ members }) => members.size > 0)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  const whom = draw.onceIn(5) ? draw.among(NAMES) : draw.among([...file.members])
  const may =
    (leads(who, file) || decides(who, file) || who === whom) && isWorked(file) && file.members.has(whom)
  return {
    action: 'case.remove-colleague',
    who,
    words: `${whom} leaves ${file.code}`,
    expects: ruled(sees(who, file), may),
    send: (world) =>
      sent(remove as never, world, {
        who,
        params: { code: file.code },
        values: { colleague: world.cast[whom].id },
      }),
    effect: () => {
      file.members.delete(whom)
      for (const [kind, holder] of file.tasks) if (holder === whom) file.tasks.set(kind, null)
    },
  }
}

async function versionOf(code: string): Promise<string> {
  const [row] = await root()`select version from app.cases where code = ${code}`
  return String(row?.version)
}

function handedOver(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  const to = draw.among(NAMES)
  const able = worksIn(to, file) && file.lead !== to && (!file.restricted || file.members.has(to))
  const may = decides(who, file) && isInHand(file) && able
  return {
    action: 'case.hand-over',
    who,
    words: `${file.code} goes to ${to}`,
    expects: isSupervisor(who) ? ruled(sees(who, file), may) : 'refused',
    send: async (world) => {
      const moves = `${file.code}~${await versionOf(file.code)}~${world.cast[to].id}`
      const answer = await sent(handOver as never, world, { who, values: { moves } })
      // What could not be handed over is named on the page that follows.
      const stayed = answer.location.includes('left=')
      return stayed ? { ...answer, outcome: 'refused', reason: 'stays' } : answer
    },
    effect: () => {
      for (const [kind, holder] of file.tasks) if (holder === file.lead) file.tasks.set(kind, to)
      file.lead = to
      file.members.delete(to)
      file.events.push('hand-over')
    },
    besides: [file.code],
    moves: file.id,
  }
}

function restricted(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model)
  if (files.length === 0 || draw.onceIn(2)) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  const named = draw.among(NAMES)
  const fits = isSupervisor(named) && CAST[named].office === file.office
  const may = (leads(who, file) || decides(who, file)) && isWorked(file) && !file.restricted && fits
  return {
    action: 'case.restrict',
    who,
    words: `${file.code} is closed to others but ${named}`,
    expects: ruled(sees(who, file), may),
    send: (world) =>
      sent(restrict as never, world, {
        who,
        params: { code: file.code },
        values: { supervisors: world.cast[named].id, restrictReason: 'KNOWN_HERE' },
      }),
    effect: () => {
      file.restricted = true
      endOffer(file)
      file.restriction = { by: who, opened: false, from: null }
      file.named.add(named)
      if (isSupervisor(who)) file.named.add(who)
    },
  }
}

/** Taken back by whoever restricted it, until somebody else has opened it; who was named for it goes. */
function unrestricted(draw: Draw, model: Model): Deed | undefined {
  const files = filesOf(model).filter(({ restriction }) => restriction !== null)
  if (files.length === 0) return undefined
  const file = draw.among(files)
  const who = draw.among(NAMES)
  const may = file.restriction?.by === who && !file.restriction.opened && isWorked(file)
  return {
    action: 'case.undo-restriction',
    who,
    words: `${file.code} is open to the office again`,
    expects: ruled(sees(who, file), may),
    send: (world) => sent(openAgain as never, world, { who, params: { code: file.code } }),
    effect: () => {
      file.restricted = false
      endOffer(file)
      file.restriction = null
      file.named.clear()
    },
  }
}

export const team: readonly Kind[] = [
  { weight: 3, draw: joined },
  { weight: 2, draw: left },
  { weight: 3, draw: handedOver },
  { weight: 2, draw: restricted },
  { weight: 2, draw: unrestricted },
]
