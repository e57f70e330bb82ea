/**
 * The catalogue of facts that may leave, and of those that never do. A fact that is not listed cannot be
 * ticked, covered by consent, sealed or sent. Which of them a service needs stands in `need-to-know.ts`.
 */

/** 1 = readable by the partner before it decides, 2 = only once it has accepted. */
export type Stage = 1 | 2
/**
 * How much harm a leak could do: LOW says nothing of who it is, STATUS tells of the person's situation,
 * IDENTITY says who it is, CONTACT how to reach them, CARE touches health or protection, FREE is text.
 */
export type FactSensitivity = 'LOW' | 'STATUS' | 'IDENTITY' | 'CONTACT' | 'CARE' | 'FREE'

type FactTraits = {
  stage: Stage
  sensitivity: FactSensitivity
  /** Without it there is no referral: always ticked, shown without a choice. */
  required?: true
  /** Only asked for and shared when the person is under 18. */
  childOnly?: true
}

/** Stage 1 is coded and cannot name anybody; whatever is free text or names a person is stage 2. */
export const FACTS = {
  need: { stage: 1, sensitivity: 'LOW', required: true },
  urgency: { stage: 1, sensitivity: 'LOW', required: true },
  sex: { stage: 1, sensitivity: 'LOW' },
  age_band: { stage: 1, sensitivity: 'LOW' },
  cercle: { stage: 1, sensitivity: 'LOW' },
  vulnerable: { stage: 1, sensitivity: 'STATUS' },
  coded_needs: { stage: 1, sensitivity: 'CARE' },
  name: { stage: 2, sensitivity: 'IDENTITY' },
  birth: { stage: 2, sensitivity: 'IDENTITY' },
  mother_name: { stage: 2, sensitivity: 'IDENTITY' },
  phone: { stage: 2, sensitivity: 'CONTACT' },
  safe_contact: { stage: 2, sensitivity: 'CONTACT' },
  meeting_place: { stage: 2, sensitivity: 'CONTACT' },
  language: { stage: 2, sensitivity: 'LOW' },
  nationality: { stage: 2, sensitivity: 'STATUS' },
  displacement_status: { stage: 2, sensitivity: 'STATUS' },
  origin: { stage: 2, sensitivity: 'STATUS' },
  documents: { stage: 2, sensitivity: 'STATUS' },
  household: { stage: 2, sensitivity: 'STATUS' },
  caregiver: { stage: 2, sensitivity: 'IDENTITY', childOnly: true },
  separation: { stage: 2, sensitivity: 'CARE' },
  disability: { stage: 2, sensitivity: 'CARE' },
  /** Documents of the case, each ticked by itself; the slip names them by kind and size. */
  papers: { stage: 2, sensitivity: 'CARE' },
  reason_text: { stage: 2, sensitivity: 'FREE' },
} as const satisfies Record<string, FactTraits>

export type FactKey = keyof typeof FACTS
export const FACT_KEYS = Object.keys(FACTS) as FactKey[]

export const isFactKey = (text: string): text is FactKey => Object.hasOwn(FACTS, text)

const traitsOf = (fact: FactKey): FactTraits => FACTS[fact]

export const stageOf = (fact: FactKey): Stage => FACTS[fact].stage
export const isRequired = (fact: FactKey): boolean => traitsOf(fact).required === true
export const isChildOnly = (fact: FactKey): boolean => traitsOf(fact).childOnly === true
export const REQUIRED_FACTS: readonly FactKey[] = FACT_KEYS.filter(isRequired)
export const factsOfStage = (stage: Stage): FactKey[] => FACT_KEYS.filter((fact) => stageOf(fact) === stage)

/** Why something stays here. Each has a sentence in the messages (`never.<reason>`). */
export const NEVER_REASONS = [
  'SEALED_DISCIPLINE',
  'SAFE_PLACE',
  'INCIDENT',
  'DIAGNOSIS',
  'LABEL',
  'OTHER_PERSON',
  'SECURITY',
  'OTHER_SHARE',
  'NOT_NEEDED',
  'ADULT',
  'POLICE_ON_REQUEST',
  'PERSON_WITHHOLDS',
  'CONTACT_STOPPED',
  'NUMBER_IN_TEXT',
] as const
export type NeverReason = (typeof NEVER_REASONS)[number]

/**
 * Things we may know that leave for no service and with no consent. They have no key in FACTS, so no code
 * path can carry them; the page shows them struck out, each with its reason.
 */
export const NEVER_SHARED = {
  psychologist_notes: 'SEALED_DISCIPLINE',
  lawyer_notes: 'SEALED_DISCIPLINE',
  social_worker_notes: 'SEALED_DISCIPLINE',
  team_notes: 'SEALED_DISCIPLINE',
  shelter_address: 'SAFE_PLACE',
  incident_story: 'INCIDENT',
  diagnosis: 'DIAGNOSIS',
  hosts: 'OTHER_PERSON',
  perpetrator: 'OTHER_PERSON',
  route: 'SECURITY',
  other_services: 'OTHER_SHARE',
} as const satisfies Record<string, NeverReason>

export type NeverKey = keyof typeof NEVER_SHARED
export const NEVER_KEYS = Object.keys(NEVER_SHARED) as NeverKey[]
