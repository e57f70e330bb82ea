/** Where answers are kept, in words the data dictionary understands. PURE. */
export const NOT_KEPT = {
  names: 'says which row the act is about; the row itself is what stays',
  confirms: 'must be ticked for the act to happen; the act is what stays',
  steers: 'decides what the act does, and is seen in what it did',
  judged: 'weighed when the page is saved, and not kept',
  log: 'stands in the log line of the act only (`audit.events.detail`)',
  name: 'read as a code of the list beside it',
} as const

export type NotKept = keyof typeof NOT_KEPT
export type Places = Readonly<Record<string, readonly string[]>>

/** Every named field in one place, or in several. */
export const at = (fields: string, ...places: string[]): Record<string, string[]> =>
  Object.fromEntries(fields.split(' ').map((field) => [field, places]))

/** What every door asks about an answer (`lib/casework/consents/asked.ts`). */
export const answered = {
  ...at('answer', 'app.consents.status'),
  ...at('giver', 'app.consents.giver'),
  ...at('mode', 'app.consents.mode'),
  ...at('language', 'app.consents.language'),
  ...at('witness', 'app.consents.detail'),
  ...at('reason', 'app.consents.reason'),
  ...at('caregiver capacity danger doubt', 'app.consents.situation'),
}
export const keepRunning = at('keepRunning', 'steers')
