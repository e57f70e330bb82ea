/**
 * Harm that the supervisors hear: what it is, the help to offer first, and whether it must be asked about before
 * the person is sent there again. Hours stand in the settings (`harm.<KIND>`).
 * Sexual favour, exploitation and abuse by an aid worker is no kind here: it goes another way and leaves no row on
 * the case (`lib/casework/psea`). PURE.
 */
export const HARM = {
  MONEY_ASKED: { firstHelp: [] },
  VIOLENCE: { firstHelp: ['SAFE_PLAN', 'MED_CONS'], askFirst: true },
  HUMILIATION: { firstHelp: [] },
  CONFIDENTIALITY: { firstHelp: [] },
  CARE_DENIED: { firstHelp: ['MED_CONS'] },
  CARE_HARM: { firstHelp: ['MED_CONS'] },
  COERCION: { firstHelp: [], askFirst: true },
  OTHER: { firstHelp: [] },
} as const satisfies Record<string, { firstHelp: readonly string[]; askFirst?: boolean }>

export type HarmKind = keyof typeof HARM
export const HARM_KINDS = Object.keys(HARM) as [HarmKind, ...HarmKind[]]
/** After these nobody is referred to the same service of the same partner again without being asked first. */
export const ASKED_FIRST: HarmKind[] = HARM_KINDS.filter((kind) => 'askFirst' in HARM[kind])
export const isHarm = (text: string): text is HarmKind => Object.hasOwn(HARM, text)

/** What a supervisor did about it. */
export const HARM_ACTIONS = [
  'PARTNER_TALKED',
  'OTHER_SERVICE',
  'CARE_GIVEN',
  'REPORTED_ON',
  'PERSON_WANTS_NOTHING',
] as const
