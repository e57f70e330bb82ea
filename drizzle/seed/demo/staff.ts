import type { CodeOf } from '@/lib/base/codes/lists'
import type { StaffFunction } from '@/lib/casework/staff/functions'
import { idOf, type Random } from './random'
import type { Discipline, FunctionHolder, OfficeId, PartnerCode, User } from './records'

/** One password for every demo account; demo accounts exist on the loopback address only. */
export const DEMO_PASSWORD = 'relais-demo-2014'

type Row = readonly [role: CodeOf<'staff_role'>, name: string, offices: readonly OfficeId[]]

const STAFF: readonly Row[] = [
  ['SOCIAL_WORKER', 'Drissa Konaté', ['BKO']],
  ['SOCIAL_WORKER', 'Bintou Samaké', ['BKO']],
  ['PSYCHOLOGIST', 'Salimata Koné', ['BKO']],
  ['LAWYER', 'Ramata Traoré', ['BKO']],
  ['SOCIAL_WORKER', 'Allaye Sow', ['MOP']],
  ['SOCIAL_WORKER', 'Maïmouna Guindo', ['MOP']],
  ['PSYCHOLOGIST', 'Djénéba Bah', ['MOP']],
  ['LAWYER', 'Bréhima Ouologuem', ['MOP']],
  ['SOCIAL_WORKER', 'Assan Touré', ['TBT']],
  ['SOCIAL_WORKER', 'Sidi Yattara', ['TBT']],
  ['PSYCHOLOGIST', 'Mahamane Arby', ['TBT']],
  ['LAWYER', 'Zeïnabou Kounta', ['TBT']],
  ['SOCIAL_WORKER', 'Fatoumata Maïga', ['GAO']],
  ['SOCIAL_WORKER', 'Almoustapha Touré', ['GAO']],
  ['PSYCHOLOGIST', 'Ibrahim Ag Moussa', ['GAO']],
  ['LAWYER', 'Hawa Yattara', ['GAO']],
  ['SUPERVISOR', 'Safiatou Dembélé', ['BKO', 'MOP']],
  ['SUPERVISOR', 'Yacouba Samaké', ['BKO', 'MOP']],
  ['SUPERVISOR', 'Mariam Keïta', ['TBT', 'GAO']],
  ['SUPERVISOR', 'Harouna Kounta', ['TBT', 'GAO']],
  ['DTM_ENUM', 'Modibo Fofana', ['BKO']],
  ['DTM_ENUM', 'Kassim Guindo', ['MOP']],
  ['DTM_ENUM', 'Nana Haïdara', ['TBT']],
  ['DTM_ENUM', 'Attaher Yattara', ['GAO']],
  ['DTM_ENUM', 'Rokia Touré', ['GAO']],
  ['IM', 'Cheick Doumbia', []],
  ['ADMIN', 'Daouda Niaré', []],
  ['DPO', 'Oumou Kanouté', []],
]

const FOCAL_POINTS: readonly (readonly [partner: PartnerCode, name: string])[] = [
  ['UNICEF', 'Aminata Sissoko'],
  ['SAVE', 'Idrissa Coulibaly'],
  ['ICRC', 'Claire Vautier'],
  ['ACTED', 'Kadidiatou Sow'],
  ['NRC', 'Zakaria Doumbia'],
  ['MSF', 'Julie Lambrecht'],
  ['MDM', 'Issiaka Koné'],
  ['DNPEF', 'Tata Camara'],
  ['CSCOM', 'Lamine Dembélé'],
  ['CSREF', 'Fadimata Cissé'],
  // A second one at the same base: whoever has a referral in hand is read by somebody.
  ['UNICEF', 'Boubacar Diarra'],
]

const address = (name: string, domain: string): string =>
  `${name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')}@${domain}.example`

/** The languages each office's people work in beside French; the second one of a discipline speaks the other. */
const SPOKEN: Record<OfficeId, readonly [CodeOf<'language'>, CodeOf<'language'>]> = {
  BKO: ['bam', 'ffm'],
  MOP: ['ffm', 'bam'],
  TBT: ['khq', 'taq'],
  GAO: ['ses', 'taq'],
}

function account(
  name: string,
  domain: string,
  rest: Pick<User, 'role' | 'offices' | 'partner' | 'locale'>,
): User {
  const email = address(name, domain)
  return { id: idOf(`user:${email}`), email, name, password: DEMO_PASSWORD, languages: [], ...rest }
}

const team = STAFF.map(([role, name, offices], at): User => {
  const [office] = offices
  const [first, second] = office ? SPOKEN[office] : []
  const languages = [at % 2 === 0 ? first : second].filter((language) => language !== undefined)
  return {
    ...account(name, 'relais', { role, offices: [...offices], partner: null, locale: 'fr' }),
    languages,
  }
})

const partners = FOCAL_POINTS.map(([partner, name]) =>
  account(name, partner.toLowerCase(), { role: 'PARTNER_FP', offices: [], partner, locale: 'fr' }),
)

const donor = account('Helena Brandt', 'donors', {
  role: 'DONOR_VIEW',
  offices: [],
  partner: null,
  locale: 'en',
})

export const users: User[] = [...team, ...partners, donor]

/** Whom to call for what. Restricted work of a region falls to a supervisor of the other one. */
const FUNCTIONS: readonly (readonly [
  name: string,
  held: StaffFunction,
  office: OfficeId | null,
  region?: string,
])[] = [
  ['Ramata Traoré', 'PSEA_FOCAL_POINT', null],
  ['Hawa Yattara', 'PSEA_DEPUTY', null],
  ['Mariam Keïta', 'RESTRICTED_DEPUTY', null, 'SOUTH'],
  ['Safiatou Dembélé', 'RESTRICTED_DEPUTY', null, 'NORTH'],
  ['Yacouba Samaké', 'SECOND_APPROVER', null],
  ['Drissa Konaté', 'SECURITY_FOCAL_POINT', 'BKO'],
  ['Allaye Sow', 'SECURITY_FOCAL_POINT', 'MOP'],
  ['Sidi Yattara', 'SECURITY_FOCAL_POINT', 'TBT'],
  ['Almoustapha Touré', 'SECURITY_FOCAL_POINT', 'GAO'],
  ['Salimata Koné', 'MEDICAL_FOCAL_POINT', 'BKO'],
  ['Djénéba Bah', 'MEDICAL_FOCAL_POINT', 'MOP'],
  ['Mahamane Arby', 'MEDICAL_FOCAL_POINT', 'TBT'],
  ['Ibrahim Ag Moussa', 'MEDICAL_FOCAL_POINT', 'GAO'],
]

export const functions: FunctionHolder[] = FUNCTIONS.flatMap(([name, held, officeId, region = null]) => {
  const person = team.find((user) => user.name === name)
  return person ? [{ personId: person.id, function: held, officeId, region }] : []
})

const inOffice = (role: CodeOf<'staff_role'>, office: OfficeId): User[] =>
  team.filter((user) => user.role === role && user.offices.includes(office))

const byOffice = <T>(build: (office: OfficeId) => T): Record<OfficeId, T> => ({
  BKO: build('BKO'),
  MOP: build('MOP'),
  TBT: build('TBT'),
  GAO: build('GAO'),
})

/** Looked up once: planning many cases asks for them again and again. */
const CASEWORKERS = byOffice((office) => ({
  SOCIAL_WORKER: inOffice('SOCIAL_WORKER', office),
  PSYCHOLOGIST: inOffice('PSYCHOLOGIST', office),
  LAWYER: inOffice('LAWYER', office),
}))
const SUPERVISORS = byOffice((office) => inOffice('SUPERVISOR', office))
const ENUMERATORS = byOffice((office) => inOffice('DTM_ENUM', office))

export const caseworker = (random: Random, office: OfficeId, discipline: Discipline): User =>
  random.pick(CASEWORKERS[office][discipline])

export const supervisorsOf = (office: OfficeId): readonly User[] => SUPERVISORS[office]
export const enumeratorsOf = (office: OfficeId): readonly User[] => ENUMERATORS[office]

/** The supervisor who decides on this author's work: any of the office's, never the author. */
export const approverFor = (random: Random, office: OfficeId, authorId: string): User =>
  random.pick(SUPERVISORS[office].filter(({ id }) => id !== authorId))

/** The first of each agency: what the past says was answered, was answered by them. */
const focal = new Map(partners.toReversed().map((user) => [user.partner, user]))

/** The partner's focal point; `null` where the partner has no account. */
export const focalPointOf = (partner: PartnerCode): User | null => focal.get(partner) ?? null
