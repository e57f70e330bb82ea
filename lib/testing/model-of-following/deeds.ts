import { POST as cancel } from '@/app/api/v1/cases/[code]/appointments/[id]/cancel/route'
import { POST as keep } from '@/app/api/v1/cases/[code]/appointments/[id]/keep/route'
import { POST as miss } from '@/app/api/v1/cases/[code]/appointments/[id]/miss/route'
import { POST as move } from '@/app/api/v1/cases/[code]/appointments/[id]/move/route'
import { POST as book } from '@/app/api/v1/cases/[code]/appointments/route'
import { POST as attempt } from '@/app/api/v1/cases/[code]/attempts/route'
import { POST as followUp } from '@/app/api/v1/cases/[code]/follow-ups/route'
import { POST as review } from '@/app/api/v1/cases/[code]/reviews/route'
import type { Endpoint } from '../requests'
import { type Booked, choose, contact, type Model, RHYTHM, type Who } from './model'

/** Choices of a step. */
export type Draw = { among: <T>(list: readonly T[]) => T; between: (from: number, to: number) => number }

/** One thing that somebody tries: whether it should be done, and what it changes then. `id`: of the row it made. */
export type Deed = {
  name: string
  who: Who
  should: boolean
  endpoint: Endpoint
  params?: Record<string, string>
  values: Record<string, string | string[]>
  effect: (id: string) => void
}

const WHO = ['lead', 'lead', 'lawyer', 'lawyer', 'stranger', 'supervisor'] as const
const isTeam = (who: Who) => who === 'lead' || who === 'lawyer'
/** The day as people type it. */
export const typed = (day: number): string =>
  new Date(Date.UTC(2014, 5, 30 + day)).toISOString().slice(0, 10).split('-').reverse().join('/')

function followed(draw: Draw, model: Model): Deed {
  const who = draw.among(WHO)
  const type = draw.among(['OFFICE', 'PHONE', 'HOME_VISIT', 'PROVIDER_CHECK'])
  const day = draw.between(-8, 0)
  const next = draw.among([null, null, draw.between(-1, 40)])
  const reason = draw.among(['', '', 'TRAVELLING'])
  const met = type !== 'PROVIDER_CHECK'
  const later = next !== null && next > day + RHYTHM[model.risk]
  const fits = next === null ? reason === '' : met && next > 0 && later === (reason !== '')
  return {
    name: 'followup.record',
    who,
    should: isTeam(who) && fits,
    endpoint: followUp,
    values: {
      type,
      channel: 'AGREED_PLACE',
      followedOn: typed(day),
      outcome: met ? 'SAFE' : 'SERVICE_OK',
      nextOn: next === null ? '' : typed(next),
      laterReason: reason,
      words: '',
    },
    effect: () => {
      if (met) contact(model, day)
      if (next !== null) choose(model, { on: next, day, later })
      if (later) model.putOff = true
    },
  }
}

function tried(draw: Draw, model: Model): Deed {
  const who = draw.among(WHO)
  const way = draw.among(['AGREED_PLACE', 'TRUSTED'])
  const day = draw.between(-38, 0)
  const result = draw.among(['NOT_THERE', 'NO_NEWS', 'NUMBER_OFF'])
  const fits = result === 'NOT_THERE' || (result === 'NO_NEWS' && way === 'TRUSTED')
  return {
    name: 'followup.attempt',
    who,
    should: isTeam(who) && fits,
    endpoint: attempt,
    values: { channel: way, result, followedOn: typed(day), words: '' },
    effect: () => {
      model.attempts.push({ way, day })
    },
  }
}

function reviewed(draw: Draw, model: Model): Deed {
  const who = draw.among(WHO)
  const saidWith = draw.among(['PERSON', 'TEAM_ALONE'])
  const day = draw.between(-3, 0)
  return {
    name: 'case.review',
    who,
    should: isTeam(who),
    endpoint: review,
    values: { reviewedOn: typed(day), saidWith, changed: ['SAFETY'], leadsTo: 'GO_ON', words: '' },
    effect: () => {
      model.reviewed = true
      if (saidWith === 'PERSON') contact(model, day)
    },
  }
}

const KINDS = ['HEARING', 'OFFICE', 'MEDICAL'] as const
function booked(draw: Draw, model: Model): Deed {
  const who = draw.among(WHO)
  const kind = draw.among(KINDS)
  const day = draw.between(-1, 3)
  return {
    name: 'appointment.book',
    who,
    should: isTeam(who) && day >= 0,
    endpoint: book,
    // Today at one minute past midnight: its hour has begun.
    values: { kind, heldOn: typed(day), heldAt: '00:01', place: 'Là', along: '' },
    effect: (id) => {
      model.appointments.push({
        id,
        state: 'PLANNED',
        secret: kind === 'HEARING' && who === 'lawyer',
        kind,
        day,
        version: 1,
      })
    },
  }
}

type Ending = { name: string; endpoint: Endpoint; values: Record<string, string>; to: string }
const ENDINGS: readonly Ending[] = [
  { name: 'appointment.keep', endpoint: keep, values: {}, to: 'KEPT' },
  { name: 'appointment.miss', endpoint: miss, values: { missedFor: 'NOT_COME' }, to: 'MISSED' },
  { name: 'appointment.cancel', endpoint: cancel, values: { cancelledFor: 'NOT_NEEDED' }, to: 'CANCELLED' },
]

function ended(draw: Draw, model: Model): Deed | undefined {
  if (model.appointments.length === 0) return undefined
  const one = draw.among(model.appointments)
  const who = draw.among(WHO)
  const { to, ...how } = draw.among(ENDINGS)
  const begun = to === 'CANCELLED' || one.day <= 0
  return {
    ...how,
    who,
    should: isTeam(who) && one.state === 'PLANNED' && begun,
    params: { id: one.id },
    values: { ...how.values, _version: String(one.version) },
    effect: () => {
      end(one, to)
      // At the office somebody of ours met the person.
      if (to === 'KEPT' && one.kind === 'OFFICE') contact(model, one.day)
    },
  }
}

function moved(draw: Draw, model: Model): Deed | undefined {
  if (model.appointments.length === 0) return undefined
  const one = draw.among(model.appointments)
  const who = draw.among(WHO)
  const day = draw.between(-1, 4)
  const may = who === 'lawyer' || (who === 'lead' && !one.secret)
  return {
    name: 'appointment.move',
    who,
    should: may && one.state === 'PLANNED' && day >= 0,
    endpoint: move,
    params: { id: one.id },
    values: { heldOn: typed(day), heldAt: '00:01', _version: String(one.version) },
    effect: (id) => {
      end(one, 'MOVED')
      model.appointments.push({ ...one, id, state: 'PLANNED', day, version: 1 })
    },
  }
}

const end = (one: Booked, state: string) => {
  one.state = state
  one.version += 1
}

const DEEDS = [followed, followed, tried, reviewed, booked, booked, ended, ended, moved] as const
/** Where somebody is lost from sight, mostly attempts. */
const QUIET = [...DEEDS, ...Array.from({ length: 24 }, () => tried)] as const
export const deedsOf = (quiet: boolean) => (quiet ? QUIET : DEEDS)
