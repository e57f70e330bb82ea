/** What is printed of a case. All but the summary are carried by the person. */
export const PAPER_KINDS = ['SUMMARY', 'PLAN', 'MY_DATA', 'APPOINTMENT'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** What may stand on a paper: said in the log by these codes. */
export type PaperPart =
  | 'PERSON'
  | 'CONSENTS'
  | 'HELP'
  | 'REFERRALS'
  | 'NOTES'
  | 'DATA'
  | 'SEEN_BY'
  | 'RIGHTS'
  | 'TIME_AND_PLACE'
  | 'WITH_WHOM'
  | 'GOALS'

/** Whether the person can have it on them: where not, its words are said aloud and nothing is printed. */
export const CARRY = ['SAFE', 'NOT_SAFE'] as const
export type Carry = (typeof CARRY)[number]

/** When and where, as it was written for the slip; kept sealed. `time` is HH:MM. */
export type AppointmentDetail = { on: string; time: string; place: string; call: string; who: string }

/** A slip of a lawyer or a psychologist may name a court or whom they see: it is read by their discipline, as its own hours are. PURE. */
export const slipReaders = (role: string): 'TEAM' | 'PSYCHOLOGIST' | 'LAWYER' =>
  role === 'PSYCHOLOGIST' || role === 'LAWYER' ? role : 'TEAM'

export const paperPlace = (id: string) => ({ table: 'app.papers', column: 'detail', row: id })
