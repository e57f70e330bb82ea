import type { FactKey } from '@/lib/casework/consents/facts'

/**
 * What a kind of service needs to know. `labels`: this kind of provider may learn that a person survived
 * sexual violence, trafficking or armed groups, because it treats exactly that; all others never do.
 */
export type Profile = { preset: readonly FactKey[]; optional: readonly FactKey[]; labels: boolean }

/** Anonymous and coded: what anybody needs in order to say yes or no. */
const BASE = ['sex', 'age_band', 'cercle'] as const
const REACH = ['phone', 'safe_contact'] as const

const profile = (labels: boolean, preset: FactKey[], optional: FactKey[]): Profile => ({
  labels,
  preset: [...BASE, ...preset],
  optional,
})

/** Every fact that stands in neither column stays here. */
const PROFILES = {
  medical: profile(
    true,
    ['language'],
    ['coded_needs', 'name', 'birth', ...REACH, 'meeting_place', 'caregiver', 'disability', 'reason_text'],
  ),
  /** Aids for walking, seeing, hearing are chosen by the difficulty itself. */
  rehabilitation: profile(
    true,
    ['language', 'disability'],
    ['coded_needs', 'name', 'birth', ...REACH, 'meeting_place', 'caregiver', 'reason_text'],
  ),
  psychosocial: profile(
    true,
    ['language', 'meeting_place'],
    [
      'coded_needs',
      'name',
      'birth',
      ...REACH,
      'caregiver',
      'disability',
      'displacement_status',
      'reason_text',
    ],
  ),
  /** Food, household items, shelter kits, cash: how many, where, and a flag that gives no cause. */
  relief: profile(
    false,
    ['vulnerable', 'household', 'meeting_place'],
    ['name', ...REACH, 'language', 'displacement_status', 'caregiver', 'reason_text'],
  ),
  shelter: profile(
    false,
    ['vulnerable', 'household', 'language', 'meeting_place'],
    ['name', ...REACH, 'displacement_status', 'caregiver', 'disability', 'reason_text'],
  ),
  safe_shelter: profile(
    true,
    ['language', 'household', 'safe_contact'],
    ['coded_needs', 'name', 'birth', 'phone', 'meeting_place', 'caregiver', 'disability', 'reason_text'],
  ),
  legal: profile(
    true,
    ['name', 'birth', 'nationality', 'documents', 'language', 'meeting_place'],
    [
      'coded_needs',
      'mother_name',
      'origin',
      'displacement_status',
      'household',
      ...REACH,
      'caregiver',
      'disability',
      'reason_text',
    ],
  ),
  tracing: profile(
    true,
    [
      'name',
      'birth',
      'mother_name',
      'nationality',
      'origin',
      'separation',
      'language',
      'caregiver',
      'safe_contact',
    ],
    [
      'coded_needs',
      'phone',
      'meeting_place',
      'household',
      'documents',
      'displacement_status',
      'disability',
      'reason_text',
    ],
  ),
  child_protection: profile(
    true,
    ['name', 'birth', 'language', 'caregiver', 'meeting_place'],
    [
      'coded_needs',
      'mother_name',
      'separation',
      'origin',
      'nationality',
      'displacement_status',
      'documents',
      'household',
      ...REACH,
      'disability',
      'reason_text',
    ],
  ),
  education: profile(
    false,
    ['name', 'birth', 'language', 'caregiver'],
    ['documents', 'displacement_status', ...REACH, 'meeting_place', 'disability', 'reason_text'],
  ),
  livelihood: profile(
    false,
    ['name', 'language', 'meeting_place'],
    ['vulnerable', 'household', 'displacement_status', 'origin', ...REACH, 'disability', 'reason_text'],
  ),
  transport: profile(
    false,
    ['name', 'language', 'meeting_place'],
    [...REACH, 'household', 'caregiver', 'disability', 'reason_text'],
  ),
  travel: profile(
    false,
    ['name', 'birth', 'nationality', 'documents', 'language', 'meeting_place'],
    ['origin', 'displacement_status', 'household', ...REACH, 'caregiver', 'disability', 'reason_text'],
  ),
  /** Nothing beforehand, not even the base: every fact is a choice of the person who lodges the report. */
  police: {
    labels: true,
    preset: [],
    optional: [
      ...BASE,
      'coded_needs',
      'name',
      'birth',
      'nationality',
      'documents',
      'language',
      ...REACH,
      'meeting_place',
      'caregiver',
      'reason_text',
    ],
  },
} as const satisfies Record<string, Profile>

type ProfileName = keyof typeof PROFILES

/** Every service that can be referred to. A test compares the keys with the code list. */
export const SERVICE_PROFILES = {
  COUN_IND: 'psychosocial',
  COUN_FAM: 'psychosocial',
  COUN_INFO: 'psychosocial',
  MHPSS_PFA: 'psychosocial',
  MHPSS_IND: 'psychosocial',
  MHPSS_GRP: 'psychosocial',
  MHPSS_SPEC: 'medical',
  MHPSS_REC: 'education',
  FOOD_RATION: 'relief',
  FOOD_HOT: 'relief',
  FOOD_VOUCH: 'relief',
  SHEL_NIGHT: 'shelter',
  SHEL_SAFE: 'safe_shelter',
  SHEL_HOST: 'child_protection',
  SHEL_RENT: 'shelter',
  SHEL_KIT: 'relief',
  NFI_KIT: 'relief',
  NFI_DIG: 'relief',
  NFI_HYG: 'relief',
  NFI_CLOTH: 'relief',
  NFI_SCHOOL: 'relief',
  MED_CONS: 'medical',
  MED_CMR: 'medical',
  MED_HOSP: 'medical',
  MED_DRUG: 'medical',
  MED_CERT: 'medical',
  MED_REHAB: 'rehabilitation',
  TRANS_LOC: 'transport',
  TRANS_ONW: 'transport',
  TRANS_ESC: 'transport',
  TRANS_INT: 'travel',
  REINT_IGA: 'livelihood',
  REINT_TRAIN: 'livelihood',
  REINT_EDU: 'education',
  REINT_MON: 'livelihood',
  REINT_COM: 'livelihood',
  CASH_EMERG: 'relief',
  LEGAL_COUN: 'legal',
  LEGAL_DOC: 'legal',
  LEGAL_REP: 'legal',
  LEGAL_HLP: 'legal',
  LEGAL_DET: 'legal',
  FTR_CALL: 'tracing',
  FTR_TRACE: 'tracing',
  FTR_REUN: 'tracing',
  CP_BIA: 'child_protection',
  CP_CARE: 'child_protection',
  SAFE_PLAN: 'psychosocial',
  SAFE_POLICE: 'police',
  RETURN_PRE: 'travel',
  RETURN_REC: 'travel',
} as const satisfies Record<string, ProfileName>

/** A service of level 2: the only kind a referral can ask for. */
export type ServiceCode = keyof typeof SERVICE_PROFILES
export const SERVICE_CODES = Object.keys(SERVICE_PROFILES) as ServiceCode[]
export const isServiceCode = (text: string): text is ServiceCode => Object.hasOwn(SERVICE_PROFILES, text)

export const profileOf = (service: ServiceCode): Profile => PROFILES[SERVICE_PROFILES[service]]

/** The police hear of somebody only when that person wants it. */
export const askedOnlyByPerson = (service: ServiceCode): boolean => SERVICE_PROFILES[service] === 'police'
