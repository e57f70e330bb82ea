import type { CodeOf } from '@/lib/base/codes/lists'
import type { ServiceCode } from '@/lib/casework/referrals/sharing/need-profiles'
import type { Discipline, PartnerCode } from './records'

type Weights<K extends string> = Readonly<Partial<Record<K, number>>>

/** A kind of story: who it happens to, what it needs, what we give ourselves, whom we ask. */
export type Situation = {
  /** How often it occurs among 100 people. */
  weight: number
  ages: readonly [min: number, max: number]
  women: number
  status: Weights<CodeOf<'displacement_status'>>
  role: Weights<CodeOf<'household_role'>>
  needs: readonly (readonly string[])[]
  concerns: readonly (readonly string[])[]
  risk: Weights<'HIGH' | 'MEDIUM' | 'LOW'>
  lead: Weights<Discipline>
  /** Own assistance with the quantity's bounds, in the unit of the service. */
  gives: readonly (readonly [service: string, min: number, max: number])[]
  refers: readonly (readonly [PartnerCode, ServiceCode])[]
  /** Restricted to named people from the start. */
  sealed?: true
  /** Only people from abroad. */
  foreign?: true
}

const DISPLACED = { IDP: 62, RET_IDP: 20, RET_REF: 7, HOST: 8, VOL_RET: 3 } as const
const RETURNED = { RET_IDP: 55, RET_REF: 25, VOL_RET: 20 } as const
const CHILD = { CHILD: 70, OTHER_REL: 15, FOSTERED: 15 } as const
const ADULT = { HOH: 45, SPOUSE: 30, OTHER_REL: 15, CHILD: 10 } as const
const MODERATE = { HIGH: 8, MEDIUM: 52, LOW: 40 } as const

export const SITUATIONS = {
  separated_child: {
    weight: 9,
    ages: [6, 17],
    women: 0.42,
    status: { IDP: 70, RET_IDP: 15, HOST: 10, RET_REF: 5 },
    role: { FOSTERED: 60, OTHER_REL: 25, ALONE: 15 },
    needs: [
      ['SC-SC', 'FU-TR'],
      ['SC-UC', 'FU-TR'],
    ],
    concerns: [['FAM_SEP', 'MHP_DIST'], ['FAM_SEP']],
    risk: { HIGH: 45, MEDIUM: 55 },
    lead: { SOCIAL_WORKER: 85, PSYCHOLOGIST: 15 },
    gives: [
      ['MHPSS_PFA', 1, 2],
      ['SHEL_HOST', 5, 40],
      ['NFI_CLOTH', 1, 2],
      ['FTR_CALL', 1, 3],
    ],
    refers: [
      ['UNICEF', 'CP_CARE'],
      ['ICRC', 'FTR_TRACE'],
      ['SAVE', 'SHEL_HOST'],
      ['UNICEF', 'CP_BIA'],
      ['SAVE', 'CP_CARE'],
      ['ICRC', 'FTR_REUN'],
    ],
  },
  out_of_school: {
    weight: 14,
    ages: [6, 17],
    women: 0.54,
    status: DISPLACED,
    role: CHILD,
    needs: [['CR-NE'], ['CR-NE', 'LP-ND']],
    concerns: [['ACC_BASIC'], ['DOC_CIVIL'], ['ACC_BASIC', 'MHP_DIST']],
    risk: { MEDIUM: 45, LOW: 55 },
    lead: { SOCIAL_WORKER: 100 },
    gives: [
      ['NFI_SCHOOL', 1, 1],
      ['COUN_FAM', 1, 3],
      ['MHPSS_REC', 2, 12],
    ],
    refers: [
      ['UNICEF', 'REINT_EDU'],
      ['SAVE', 'REINT_EDU'],
      ['NRC', 'REINT_EDU'],
      ['SAVE', 'MHPSS_REC'],
      ['UNICEF', 'MHPSS_REC'],
    ],
  },
  small_child: {
    weight: 8,
    ages: [0, 5],
    women: 0.49,
    status: DISPLACED,
    role: { CHILD: 90, OTHER_REL: 10 },
    needs: [['SM-MN'], ['LP-BN']],
    concerns: [['ACC_MED'], ['ACC_BASIC']],
    risk: { HIGH: 20, MEDIUM: 55, LOW: 25 },
    lead: { SOCIAL_WORKER: 100 },
    gives: [
      ['FOOD_RATION', 1, 2],
      ['NFI_HYG', 1, 1],
      ['MED_DRUG', 2500, 14000],
    ],
    refers: [
      ['ICRC', 'FOOD_RATION'],
      ['ACTED', 'FOOD_RATION'],
      ['CSCOM', 'MED_CONS'],
      ['ACTED', 'NFI_KIT'],
    ],
  },
  lone_mother: {
    weight: 17,
    ages: [18, 57],
    women: 1,
    status: DISPLACED,
    role: { HOH: 100 },
    needs: [['SP-PT', 'LP-BN'], ['WR-HR'], ['WR-HR', 'LP-BN']],
    concerns: [['ACC_BASIC'], ['ACC_BASIC', 'MHP_DIST']],
    risk: MODERATE,
    lead: { SOCIAL_WORKER: 90, PSYCHOLOGIST: 10 },
    gives: [
      ['NFI_KIT', 1, 1],
      ['FOOD_RATION', 1, 3],
      ['COUN_IND', 1, 4],
      ['CASH_EMERG', 10000, 45000],
    ],
    refers: [
      ['ACTED', 'FOOD_RATION'],
      ['ACTED', 'NFI_KIT'],
      ['ICRC', 'FOOD_RATION'],
      ['ACTED', 'REINT_IGA'],
      ['ICRC', 'NFI_KIT'],
    ],
  },
  eviction: {
    weight: 7,
    ages: [19, 72],
    women: 0.46,
    status: DISPLACED,
    role: ADULT,
    needs: [['LP-BN'], ['LP-BN', 'LP-MD']],
    concerns: [['HLP_EVICT'], ['HLP_OCC'], ['HLP_EVICT', 'ACC_BASIC']],
    risk: MODERATE,
    lead: { LAWYER: 70, SOCIAL_WORKER: 30 },
    gives: [
      ['LEGAL_COUN', 1, 3],
      ['SHEL_RENT', 15000, 60000],
      ['COUN_IND', 1, 2],
    ],
    refers: [
      ['NRC', 'LEGAL_HLP'],
      ['NRC', 'SHEL_RENT'],
      ['ACTED', 'SHEL_KIT'],
    ],
  },
  no_documents: {
    weight: 9,
    ages: [12, 66],
    women: 0.5,
    status: DISPLACED,
    role: ADULT,
    needs: [['LP-ND']],
    concerns: [['DOC_CIVIL'], ['DOC_CIVIL', 'DOC_ACCESS']],
    risk: { MEDIUM: 35, LOW: 65 },
    lead: { LAWYER: 85, SOCIAL_WORKER: 15 },
    gives: [
      ['LEGAL_COUN', 1, 3],
      ['TRANS_LOC', 1, 3],
    ],
    refers: [
      ['NRC', 'LEGAL_DOC'],
      ['NRC', 'LEGAL_COUN'],
    ],
  },
  distress: {
    weight: 8,
    ages: [13, 68],
    women: 0.58,
    status: DISPLACED,
    role: ADULT,
    needs: [['LP-MD'], ['LP-BN']],
    concerns: [['MHP_DIST', 'VIOL_KIN'], ['MHP_DIST'], ['MHP_DIST', 'FAM_SEP']],
    risk: { HIGH: 25, MEDIUM: 60, LOW: 15 },
    lead: { PSYCHOLOGIST: 100 },
    gives: [
      ['MHPSS_PFA', 1, 1],
      ['MHPSS_IND', 1, 6],
      ['MHPSS_GRP', 1, 5],
    ],
    refers: [
      ['MDM', 'MHPSS_IND'],
      ['MSF', 'MHPSS_SPEC'],
      ['MDM', 'MHPSS_SPEC'],
      ['ICRC', 'FTR_TRACE'],
    ],
  },
  illness: {
    weight: 7,
    ages: [18, 70],
    women: 0.5,
    status: DISPLACED,
    role: ADULT,
    needs: [['SM-CI'], ['SM-OT']],
    concerns: [['ACC_MED'], ['ACC_MED', 'ACC_BASIC']],
    risk: { HIGH: 22, MEDIUM: 58, LOW: 20 },
    lead: { SOCIAL_WORKER: 100 },
    gives: [
      ['MED_DRUG', 4000, 30000],
      ['TRANS_LOC', 1, 4],
      ['COUN_INFO', 1, 2],
    ],
    refers: [
      ['CSCOM', 'MED_CONS'],
      ['MSF', 'MED_CONS'],
      ['CSREF', 'MED_HOSP'],
      ['MSF', 'MED_HOSP'],
      ['MDM', 'MED_CONS'],
    ],
  },
  older_person: {
    weight: 8,
    ages: [60, 84],
    women: 0.53,
    status: DISPLACED,
    role: { HOH: 55, PARENT: 35, ALONE: 10 },
    needs: [['ER-NF'], ['ER-MC'], ['ER-FR', 'DS-PM']],
    concerns: [['ACC_BASIC'], ['ACC_MED']],
    risk: MODERATE,
    lead: { SOCIAL_WORKER: 100 },
    gives: [
      ['FOOD_RATION', 1, 3],
      ['NFI_KIT', 1, 1],
      ['COUN_IND', 1, 2],
      ['MED_REHAB', 1, 1],
    ],
    refers: [
      ['ICRC', 'NFI_KIT'],
      ['ACTED', 'NFI_KIT'],
      ['CSCOM', 'MED_CONS'],
      ['ACTED', 'FOOD_RATION'],
    ],
  },
  stranded: {
    weight: 6,
    ages: [15, 48],
    women: 0.18,
    status: { STRANDED: 62, TRANSIT: 28, DEPORTEE: 10 },
    role: { ALONE: 85, UNRELATED: 15 },
    needs: [['LP-BN'], ['LP-ND', 'LP-BN']],
    concerns: [['STR_STUCK'], ['STR_STUCK', 'EXPL_EXTORT'], ['STR_STUCK', 'VIOL_PHYS']],
    risk: { HIGH: 20, MEDIUM: 60, LOW: 20 },
    lead: { SOCIAL_WORKER: 90, LAWYER: 10 },
    gives: [
      ['SHEL_NIGHT', 1, 9],
      ['FOOD_HOT', 2, 24],
      ['FTR_CALL', 1, 2],
      ['TRANS_ONW', 1, 1],
      ['RETURN_PRE', 1, 1],
    ],
    refers: [
      ['ICRC', 'FTR_TRACE'],
      ['CSCOM', 'MED_CONS'],
      ['NRC', 'LEGAL_COUN'],
    ],
    foreign: true,
  },
  going_home: {
    weight: 10,
    ages: [18, 64],
    women: 0.44,
    status: RETURNED,
    role: ADULT,
    needs: [['LP-BN'], ['LP-LS']],
    concerns: [['STR_REINT'], ['STR_REINT', 'HLP_OCC'], ['HLP_OCC']],
    risk: { MEDIUM: 35, LOW: 65 },
    lead: { SOCIAL_WORKER: 80, LAWYER: 20 },
    gives: [
      ['NFI_KIT', 1, 1],
      ['REINT_IGA', 1, 1],
      ['TRANS_ONW', 1, 4],
      ['REINT_COM', 1, 2],
    ],
    refers: [
      ['ACTED', 'REINT_IGA'],
      ['ACTED', 'REINT_TRAIN'],
      ['NRC', 'LEGAL_HLP'],
      ['ACTED', 'SHEL_KIT'],
    ],
  },
  violence: {
    weight: 2.5,
    ages: [14, 45],
    women: 1,
    status: DISPLACED,
    role: ADULT,
    needs: [['SV-VF'], ['SV-VA']],
    concerns: [['VIOL_GBV'], ['VIOL_GBV', 'MHP_DIST']],
    risk: { HIGH: 80, MEDIUM: 20 },
    lead: { PSYCHOLOGIST: 80, SOCIAL_WORKER: 20 },
    gives: [
      ['MHPSS_PFA', 1, 1],
      ['MHPSS_IND', 1, 6],
      ['NFI_DIG', 1, 1],
      ['SAFE_PLAN', 1, 1],
    ],
    refers: [
      ['CSREF', 'MED_CMR'],
      ['DNPEF', 'SHEL_SAFE'],
    ],
    sealed: true,
  },
  child_labour: {
    weight: 1.5,
    ages: [9, 17],
    women: 0.6,
    status: { IDP: 55, STRANDED: 25, HOST: 20 },
    role: { FOSTERED: 60, UNRELATED: 30, ALONE: 10 },
    needs: [['CR-LW'], ['CR-LW', 'SC-SC']],
    concerns: [['EXPL_LAB'], ['EXPL_TIP']],
    risk: { HIGH: 70, MEDIUM: 30 },
    lead: { LAWYER: 50, SOCIAL_WORKER: 50 },
    gives: [
      ['COUN_IND', 1, 3],
      ['NFI_CLOTH', 1, 1],
      ['FOOD_HOT', 3, 20],
    ],
    refers: [
      ['DNPEF', 'CP_CARE'],
      ['UNICEF', 'CP_CARE'],
      ['SAVE', 'MHPSS_REC'],
    ],
    sealed: true,
  },
} as const satisfies Record<string, Situation>

export type SituationName = keyof typeof SITUATIONS
export const SITUATION_NAMES = Object.keys(SITUATIONS) as SituationName[]

export const SITUATION_WEIGHTS: Weights<SituationName> = Object.fromEntries(
  SITUATION_NAMES.map((name) => [name, SITUATIONS[name].weight]),
)

/** Stories from which this partner is asked for this service. */
export function situationsFor(partner: PartnerCode, service?: ServiceCode): SituationName[] {
  return SITUATION_NAMES.filter((name) => {
    const { refers, sealed }: Situation = SITUATIONS[name]
    return !sealed && refers.some(([p, s]) => p === partner && (service === undefined || s === service))
  })
}
