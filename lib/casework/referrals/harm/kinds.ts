/**
 * Harm that the supervisors hear: what it is, and the help to offer first. Hours stand in the settings (`harm.<KIND>`).
 * Sexual favour, exploitation and abuse by an aid worker is no kind here: it goes another way and leaves no row on
 * the case (`lib/casework/psea`). PURE.
 */
export const HARM = {
  MONEY_ASKED: { firstHelp: [] },
  VIOLENCE: { firstHelp: ['SAFE_PLAN', 'MED_CONS'] },
  HUMILIATION: { firstHelp: [] },
  CONFIDENTIALITY: { firstHelp: [] },
  CARE_DENIED: { firstHelp: ['MED_CONS'] },
  CARE_HARM: { firstHelp: ['MED_CONS'] },
  COERCION: { firstHelp: [] },
  OTHER: { firstHelp: [] },
} as const satisfies Record<string, { firstHelp: readonly string[] }>

export type HarmKind = keyof typeof HARM
export const HARM_KINDS = Object.keys(HARM) as [HarmKind, ...HarmKind[]]
export const isHarm = (text: string): text is HarmKind => Object.hasOwn(HARM, text)

/** What a supervisor did about it. */
export const HARM_ACTIONS = [
  'PARTNER_TALKED',
  'OTHER_SERVICE',
  'CARE_GIVEN',
  'REPORTED_ON',
  'PERSON_WANTS_NOTHING',
] as const
