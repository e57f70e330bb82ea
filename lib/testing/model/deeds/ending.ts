import { POST as ask } from '@/app/api/v1/cases/[code]/ask-closure/route'
import { POST as close } from '@/app/api/v1/cases/[code]/close/route'
import { POST as reopen } from '@/app/api/v1/cases/[code]/reopen/route'
import { POST as giveBack } from '@/app/api/v1/cases/[code]/return-closure/route'
import { POST as withdraw } from '@/app/api/v1/cases/[code]/withdraw/route'
import { type Deed, type Draw, filesOf, type Kind, ruled, sent } from '../deed'
import type { File, Model } from '../files'
import { isSupervisor, isTeamRole, NAMES, type Name } from '../people'
import {
  AFTER_OFFER,
  agrees,
  decides,
  endOffer,
  isWithdrawn,
  keptWhenClosed,
  leads,
  OF_ITS_STATE,
  onTeam,
  sees,
} from '../rules'

/** What each reason has to have been checked. */
const REASONS = {
  GOALS_MET: ['REVIEW_WITH_PERSON', 'SAFETY_CHECK'],
  MOVED_AWAY: ['TRANSFER_OFFERED'],
  DECEASED: ['SOURCE_OF_NEWS', 'DEPENDANTS_CHECKED'],
} as const

type Chosen = { file: File; who: Name }
function chosen(draw: Draw, model: Model): Chosen | undefined {
  const files = filesOf(model)
  return files.length === 0 ? undefined : { file: draw.among(files), who: draw.among(NAMES) }
}

function asked(draw: Draw, model: Model): Deed | undefined {
  const one = chosen(draw, model)
  if (!one) return undefined
  const { file, who } = one
  const reason = draw.among(Object.keys(REASONS) as (keyof typeof REASONS)[])
  const unsettled = [...file.referrals.values()].includes('DRAFT')
  const held =
    unsettled || file.offer !== null || AFTER_OFFER.slice(0, 2).some((kind) => file.tasks.has(kind))
  const may = onTeam(who, file) && ['OPEN', 'ON_HOLD'].includes(file.state) && !held
  return {
    action: 'case.ask-closure',
    who,
    words: `${file.code}: closing asked for ${reason}`,
    expects: isTeamRole(who) ? ruled(sees(who, file), may) : 'refused',
    send: (world) =>
      sent(ask as never, world, {
        who,
        params: { code: file.code },
        values: {
          closureReason: reason,
          evidence: [...REASONS[reason]],
          checklist: ['COME_BACK', 'RETENTION'],
          personTold: 'YES',
          words: '',
        },
      }),
    effect: () => {
      file.state = 'PENDING_CLOSURE'
      file.hold = null
      file.closing = { reason, askedBy: who }
      file.events.push('ask-closure')
      for (const kind of ['REVIEW_HOLD', 'SEE_HOLD', 'CLOSURE_RETURNED']) file.tasks.delete(kind)
    },
    moves: file.id,
  }
}

function returned(draw: Draw, model: Model): Deed | undefined {
  const one = chosen(draw, model)
  if (!one) return undefined
  const { file, who } = one
  const may = decides(who, file) && file.state === 'PENDING_CLOSURE' && (!isWithdrawn(file) || agrees(file))
  return {
    action: 'case.return-closure',
    who,
    words: `${file.code}: closing given back`,
    expects: isSupervisor(who) ? ruled(sees(who, file), may && file.closing?.askedBy !== who) : 'refused',
    send: (world) =>
      sent(giveBack as never, world, { who, params: { code: file.code }, values: { comment: 'Pas encore' } }),
    effect: () => {
      file.state = 'OPEN'
      file.closing = null
      file.events.push('return-closure')
      file.tasks.set('CLOSURE_RETURNED', file.lead)
    },
    moves: file.id,
  }
}

function closed(draw: Draw, model: Model): Deed | undefined {
  const one = chosen(draw, model)
  if (!one) return undefined
  const { file, who } = one
  const wanted = isWithdrawn(file) && agrees(file)
  const may =
    decides(who, file) && file.state === 'PENDING_CLOSURE' && file.closing?.askedBy !== who && !wanted
  return {
    action: 'case.close',
    who,
    words: `${file.code} is closed`,
    expects: isSupervisor(who) ? ruled(sees(who, file), may) : 'refused',
    send: (world) =>
      sent(close as never, world, { who, params: { code: file.code }, values: { seen: 'on' } }),
    effect: () => {
      file.state = 'CLOSED'
      file.kept = keptWhenClosed(file, model.today)
      file.events.push('close')
    },
    moves: file.id,
  }
}

function openedAgain(draw: Draw, model: Model): Deed | undefined {
  const one = chosen(draw, model)
  if (!one) return undefined
  const { file, who } = one
  const may = (decides(who, file) || leads(who, file)) && file.state === 'CLOSED'
  return {
    action: 'case.reopen',
    who,
    words: `${file.code} is opened again`,
    expects: ruled(sees(who, file), may && (!isWithdrawn(file) || agrees(file))),
    send: (world) =>
      sent(reopen as never, world, {
        who,
        params: { code: file.code },
        values: { reopenReason: 'CAME_BACK' },
      }),
    effect: () => {
      Object.assign(file, { state: 'OPEN', closing: null, kept: null })
      file.events.push('reopen')
    },
    moves: file.id,
  }
}

function unwanted(draw: Draw, model: Model): Deed | undefined {
  const one = chosen(draw, model)
  if (!one) return undefined
  const { file, who } = one
  const stands = ['DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'].includes(file.state) && !isWithdrawn(file)
  return {
    action: 'case.withdraw-consent',
    who,
    words: `${file.code}: the person wants no file`,
    expects: isTeamRole(who) ? ruled(sees(who, file), onTeam(who, file) && stands) : 'refused',
    send: (world) =>
      sent(withdraw as never, world, {
        who,
        params: { code: file.code },
        values: { withdrawReason: 'NOT_SAID' },
      }),
    effect: () => endFile(model, file, who),
    moves: file.id,
  }
}

/** Everything that rests on the agreement ends; figures stay as the person answered. */
export function endFile(model: Model, file: File, who: Name): void {
  if (file.state !== 'PENDING_CLOSURE') file.closing = { reason: 'CONSENT_WITHDRAWN', askedBy: who }
  else if (file.closing) file.closing = { ...file.closing, reason: 'CONSENT_WITHDRAWN' }
  file.state = 'PENDING_CLOSURE'
  file.hold = null
  file.events.push('withdraw-case-consent')
  for (const [purpose, { yes }] of file.said)
    if (purpose !== 'STATS' && yes) file.said.set(purpose, { yes: false, at: model.turn })
  for (const [id, state] of file.referrals) if (state === 'DRAFT') file.referrals.set(id, 'CONSENT_WITHDRAWN')
  for (const kind of [...OF_ITS_STATE, ...AFTER_OFFER]) file.tasks.delete(kind)
  endOffer(file)
}

export const ending: readonly Kind[] = [
  { weight: 5, draw: asked },
  { weight: 4, draw: returned },
  { weight: 4, draw: closed },
  { weight: 3, draw: openedAgain },
  { weight: 1, draw: unwanted },
]
