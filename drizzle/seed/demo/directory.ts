import { isCode } from '@/lib/base/codes/codes'
import { lists } from '@/lib/base/codes/lists'
import { offices } from './places'
import { idOf } from './random'
import type { DirectoryEntry, OfficeId, Partner, PartnerCode } from './records'
import { saidOf } from './services-said'

/** Data sharing agreements; the last three partners have none yet and cannot be chosen. */
const AGREEMENTS: Readonly<Partial<Record<PartnerCode, readonly [from: string, until: string | null]>>> = {
  UNICEF: ['2013-03-01', null],
  SAVE: ['2013-03-11', '2015-03-10'],
  ICRC: ['2013-03-18', null],
  ACTED: ['2013-03-20', '2014-12-31'],
  NRC: ['2013-03-20', '2015-06-30'],
  MSF: ['2013-03-25', '2014-12-31'],
  MDM: ['2013-03-25', '2014-12-31'],
  DNPEF: ['2013-03-04', null],
  CSCOM: ['2013-03-28', null],
  CSREF: ['2013-03-28', null],
}

export const partners: Partner[] = lists.partner.flatMap((entry, index) => {
  const { code, fr, en, shortFr = '', providerType = '' } = entry
  if (!isCode('partner', code)) return []
  const [agreementFrom, agreementUntil] = AGREEMENTS[code] ?? [null, null]
  const phone = `+223 00 30 00 ${String(index + 1).padStart(2, '0')}`
  return [
    { code, nameFr: fr, nameEn: en, shortName: shortFr, providerType, agreementFrom, agreementUntil, phone },
  ]
})

const ALL: readonly OfficeId[] = ['BKO', 'MOP', 'TBT', 'GAO']
const NORTH: readonly OfficeId[] = ['MOP', 'TBT', 'GAO']

/** Who offers what, reached from which offices. */
const OFFERS: readonly (readonly [PartnerCode, readonly string[], readonly OfficeId[]])[] = [
  ['UNICEF', ['CP_BIA', 'CP_CARE', 'MHPSS_REC', 'REINT_EDU'], ALL],
  ['SAVE', ['CP_BIA', 'CP_CARE', 'MHPSS_REC', 'REINT_EDU', 'SHEL_HOST'], ['BKO', 'MOP', 'GAO']],
  ['ICRC', ['FTR_TRACE', 'FTR_REUN', 'LEGAL_DET'], ALL],
  ['ICRC', ['FOOD_RATION', 'NFI_KIT'], NORTH],
  ['ACTED', ['FOOD_RATION', 'NFI_KIT', 'SHEL_KIT', 'REINT_IGA', 'REINT_TRAIN'], ALL],
  ['NRC', ['LEGAL_COUN', 'LEGAL_DOC', 'LEGAL_HLP', 'LEGAL_REP', 'SHEL_RENT', 'REINT_EDU'], ALL],
  ['MSF', ['MED_CONS', 'MED_HOSP', 'MHPSS_SPEC'], ['TBT', 'GAO']],
  ['MDM', ['MED_CONS', 'MHPSS_IND', 'MHPSS_SPEC'], ['MOP', 'GAO']],
  ['DNPEF', ['CP_CARE', 'FTR_REUN', 'SHEL_SAFE'], ['BKO', 'MOP', 'GAO']],
  ['CSCOM', ['MED_CONS', 'MED_DRUG'], ALL],
  ['CSREF', ['MED_CONS', 'MED_CMR', 'MED_CERT', 'MED_HOSP'], ALL],
]

/** What differs from an ordinary entry: pauses, one past its day, a full house, a wait, entries that nobody has checked for long. */
const EXCEPTIONS: Readonly<Record<string, Partial<DirectoryEntry>>> = {
  'ACTED FOOD_RATION BKO': {
    state: 'PAUSED',
    pausedUntil: '2014-07-15',
    note: 'Stock épuisé, réapprovisionnement annoncé pour la mi-juillet.',
  },
  'MDM MHPSS_SPEC MOP': { verifiedOn: '2014-02-10', note: 'Psychiatre présent une semaine par mois.' },
  'UNICEF REINT_EDU TBT': { verifiedOn: '2014-04-22' },
  'UNICEF MHPSS_REC TBT': {
    state: 'PAUSED',
    pausedUntil: '2014-06-20',
    verifiedOn: '2014-05-26',
    note: 'Espace en travaux, réouverture annoncée pour juin.',
  },
  'ACTED SHEL_KIT GAO': { places: 12, verifiedOn: '2014-06-28', note: 'Douze kits restants.' },
  'NRC LEGAL_REP BKO': { state: 'WAITING', waitDays: 12, note: 'Un seul avocat jusqu’en août.' },
  'MSF MHPSS_SPEC TBT': { state: 'FULL', note: 'Une psychiatre, deux jours par mois.' },
  'CSREF MED_CMR GAO': { note: 'Personnel féminin disponible jour et nuit ; gratuit.' },
  'MSF MED_CONS GAO': { note: 'Aire de santé appuyée d’Ansongo seulement.' },
  'CSCOM MED_CONS TBT': { mail: 'cscom.tombouctou@relais.example' },
}

/** Whether an agency's focal point receives what is sent from an office: the health centres of Tombouctou answer by link. */
export const hasAccounts = (partner: PartnerCode, office: OfficeId): boolean =>
  !(partner === 'CSCOM' && office === 'TBT')

const PLACES: Readonly<Record<OfficeId, string>> = {
  BKO: 'Bureau de Bamako',
  MOP: 'Bureau de Sévaré',
  TBT: 'Bureau de Tombouctou',
  GAO: 'Bureau de Gao',
}

function entry(partner: PartnerCode, service: string, officeId: OfficeId): DirectoryEntry {
  const key = `${partner} ${service} ${officeId}`
  const day = 2 + ((key.length * 7 + partner.length * 5 + service.length) % 25)
  return {
    id: idOf(`directory:${key}`),
    partner,
    service,
    officeId,
    cercles: offices.find(({ id }) => id === officeId)?.cercles ?? [],
    state: 'OPEN',
    pausedUntil: null,
    verifiedOn: `2014-06-${String(day).padStart(2, '0')}`,
    waitDays: null,
    places: null,
    ...saidOf(partner, service, officeId),
    place: PLACES[officeId],
    mail: '',
    note: '',
    ...EXCEPTIONS[key],
  }
}

export const directory: DirectoryEntry[] = OFFERS.flatMap(([partner, services, at]) =>
  services.flatMap((service) => at.map((office) => entry(partner, service, office))),
)

const reach = new Set(directory.map(({ partner, service, officeId }) => `${partner} ${service} ${officeId}`))

/** Whether the directory has an entry, open or paused. */
export const isOffered = (partner: PartnerCode, service: string, office: OfficeId): boolean =>
  reach.has(`${partner} ${service} ${office}`)
