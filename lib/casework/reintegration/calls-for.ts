/** The concerns that call for a path, most telling first. */
const CONCERNS = ['STR_RET', 'STR_STUCK', 'STR_REINT'] as const

/** Which of the person's concerns calls for a path of return or reintegration; nothing where none does. PURE. */
export const callsFor = (concerns: readonly string[]): (typeof CONCERNS)[number] | undefined =>
  CONCERNS.find((code) => concerns.includes(code))
