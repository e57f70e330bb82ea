/** What is wrong with the value named by `field`. */
export type ClockErrorCode =
  | 'MISSING'
  | 'WRONG_TYPE'
  | 'IMPOSSIBLE_DATE'
  | 'OUT_OF_RANGE'
  | 'UNKNOWN_CODE'
  | 'UNKNOWN_ZONE'
  | 'NEVER_OPEN'
  | 'NOT_IN_FORCE'
  | 'MIXED'

/** The only exception this engine throws. `field` is a path such as `events[2].at` or `calendar.timeZone`. */
export class ClockError extends Error {
  readonly field: string
  readonly code: ClockErrorCode

  constructor(field: string, code: ClockErrorCode) {
    super(`${code} ${field}`)
    this.name = 'ClockError'
    this.field = field
    this.code = code
  }
}
