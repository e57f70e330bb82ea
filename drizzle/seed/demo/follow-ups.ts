import plans from '../reference/demo-plans.json'
import { at } from './moments'
import { idOf } from './random'
import type { Day, Moment } from './records'
import { beginningOf } from './returns'

/** A contact with the person or their provider, or an attempt: as the told plan has it; `text` in French, empty where nothing was said. */
export type ToldFollowUp = {
  id: string
  type: string
  channel: string
  on: Day
  outcome: string
  result: string | null
  text: string
}
/** Something with an hour in the week that the demonstration opens on. */
export type ToldAppointment = { id: string; kind: string; startsAt: Moment; place: string }

type Told = { date: Day; type: string; channel: string; outcome: string; note?: { fr: string } }
const toldOf = (code: string): Told[] =>
  (plans.cases.find(({ case_code }) => beginningOf(case_code) === beginningOf(code))?.followups ??
    []) as Told[]

/** What met an attempt, by its way. */
const MET: Partial<Record<string, string>> = { TRUSTED: 'NO_NEWS', PHONE: 'NO_ANSWER' }

/** Who was seen at the office was seen there, however they were asked to come. */
const metAt = ({ type, channel }: Told): string =>
  type === 'OFFICE' && channel !== 'AGREED_PLACE' ? 'OFFICE' : channel

export function followUpsOf(code: string): ToldFollowUp[] {
  return toldOf(code).map((row, index) => ({
    id: idOf(`follow-up:${code}:${index}`),
    type: row.type,
    channel: metAt(row),
    on: row.date,
    outcome: row.outcome,
    result: row.type === 'FAILED' ? (MET[row.channel] ?? 'NOT_THERE') : null,
    text: row.note?.fr ?? '',
  }))
}

/** By the first symbols of the case: kind, day, hour and place. */
const BOOKED: readonly (readonly [string, string, Day, string, string])[] = [
  ['MLP-3XB9', 'OFFICE', '2014-07-01', '09:00', 'Bureau, petite salle'],
  ['MLP-3XB9', 'PARTNER', '2014-07-03', '10:30', 'Service des secours, guichet 2'],
  ['MLP-9HV4', 'MEDICAL', '2014-07-02', '08:30', 'Centre de santé de référence'],
  ['MLP-6JC5', 'VISIT', '2014-07-01', '14:00', 'Lieu convenu, jamais à domicile'],
  ['MLP-4FZ7', 'OFFICE', '2014-07-02', '11:00', 'Bureau, entrée de la cour'],
  ['MLP-4FZ7', 'MEDICAL', '2014-07-04', '08:00', 'Centre de santé de référence'],
  ['MLP-8NA1', 'REINTEGRATION', '2014-07-03', '15:00', 'À l’atelier, devant sa sœur'],
  ['MLP-5VE6', 'OFFICE', '2014-07-01', '10:00', 'Bureau'],
]

export const appointmentsOf = (code: string): ToldAppointment[] =>
  BOOKED.filter(([short]) => code.startsWith(short)).map(([short, kind, day, hour, place]) => ({
    id: idOf(`appointment:${short}:${day}`),
    kind,
    startsAt: at(day, hour),
    place,
  }))
