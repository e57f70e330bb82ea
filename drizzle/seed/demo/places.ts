import { lists } from '@/lib/base/codes/lists'
import type { FlowPoint, Office, OfficeId } from './records'

/** Which office looks after a cercle: decided here once, never derived from a place when reading. */
const BY_REGION: Readonly<Record<string, OfficeId>> = {
  ML01: 'BKO',
  ML02: 'BKO',
  ML03: 'BKO',
  ML04: 'BKO',
  ML05: 'MOP',
  ML06: 'TBT',
  ML07: 'GAO',
  ML08: 'GAO',
  ML09: 'BKO',
}
/** Macina and Tominian are reached from Mopti, not from the capital. */
const EXCEPTIONS: Readonly<Record<string, OfficeId>> = { ML0403: 'MOP', ML0407: 'MOP' }

const cerclesOf = (office: OfficeId): string[] =>
  lists.admin2_2014
    .filter(({ code, parent = '' }) => (EXCEPTIONS[code] ?? BY_REGION[parent]) === office)
    .map(({ code }) => code)

const office = (id: OfficeId, name: string, phone: string, region: 'NORTH' | 'SOUTH'): Office => ({
  id,
  name,
  phone,
  region,
  cercles: cerclesOf(id),
})

export const offices: Office[] = [
  office('BKO', 'Bamako', '+223 00 20 00 01', 'SOUTH'),
  office('MOP', 'Mopti', '+223 00 20 00 02', 'SOUTH'),
  office('TBT', 'Tombouctou', '+223 00 20 00 03', 'NORTH'),
  office('GAO', 'Gao', '+223 00 20 00 04', 'NORTH'),
]

/** Points where displacement-tracking staff worked at the time of the demo. */
const FLOW_POINTS: readonly (readonly [code: string, office: OfficeId])[] = [
  ['FMP_BKO', 'BKO'],
  ['FMP_MOP', 'MOP'],
  ['FMP_TBT', 'TBT'],
  ['FMP_BER', 'TBT'],
  ['FMP_GAO_PK', 'GAO'],
  ['FMP_GAO_WAB', 'GAO'],
]

export const flowPoints: FlowPoint[] = FLOW_POINTS.flatMap(([code, officeId]) => {
  const entry = lists.fmp.find((point) => point.code === code)
  return entry?.cercle ? [{ code, name: entry.fr, officeId, cercle: entry.cercle }] : []
})

/** Where an office meets people, by weight. */
export const CERCLE_WEIGHTS: Readonly<Record<OfficeId, Readonly<Record<string, number>>>> = {
  BKO: { ML0901: 80, ML0204: 8, ML0406: 5, ML0305: 4, ML0404: 3 },
  MOP: { ML0506: 55, ML0504: 14, ML0501: 9, ML0505: 7, ML0503: 6, ML0508: 5, ML0507: 4 },
  TBT: { ML0605: 52, ML0602: 16, ML0601: 13, ML0604: 10, ML0603: 9 },
  GAO: { ML0703: 56, ML0701: 18, ML0702: 14, ML0704: 7, ML0802: 5 },
}

/** Where people displaced towards an office come from, by weight. */
export const ORIGIN_WEIGHTS: Readonly<Record<OfficeId, Readonly<Record<string, number>>>> = {
  BKO: { ML0703: 26, ML0605: 26, ML0602: 10, ML0802: 10, ML0504: 9, ML0701: 8, ML0601: 6, ML0702: 5 },
  MOP: { ML0605: 28, ML0703: 20, ML0504: 18, ML0603: 12, ML0602: 10, ML0702: 7, ML0802: 5 },
  TBT: { ML0901: 30, ML0603: 20, ML0602: 16, ML0506: 14, ML0601: 12, ML0802: 8 },
  GAO: { ML0802: 32, ML0704: 20, ML0803: 12, ML0702: 14, ML0901: 12, ML0701: 10 },
}

/** Quarters and villages a person may name; each exists in several towns. */
export const VILLAGES = [
  'Quartier 2',
  'Quartier 4',
  'Quartier 8',
  'Château',
  'Sahara',
  'Médina',
  'Toguel',
  'Hamdallaye',
  'Sans-Fil',
  'Djidara',
] as const

export function officeOfCercle(cercle: string): OfficeId {
  return offices.find(({ cercles }) => cercles.includes(cercle))?.id ?? 'BKO'
}
