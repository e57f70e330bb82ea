/** A month of the calendar, `2014-06`, and its first and last day. PURE. */
export type Month = { code: string; first: string; last: string }

const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The month behind a code from outside; nothing for text that is not a month of 2000 to 2099. */
export function parseMonth(code: string | undefined): Month | undefined {
  const [, year = '', month = ''] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(code ?? '') ?? []
  if (!year) return undefined
  const days = month === '02' && leap(Number(year)) ? 29 : lengths[Number(month) - 1]
  return { code: `${year}-${month}`, first: `${year}-${month}-01`, last: `${year}-${month}-${days}` }
}

/** The month a day (`2014-06-30`) falls in. */
export const monthOfDay = (day: string): string => day.slice(0, 7)

/** Over once its last day has passed: until then its counts still grow. */
export const isOver = (month: Month, today: string): boolean => month.last < today

/** A month and those before it, newest first. PURE. */
export function monthsBack(code: string, count: number): string[] {
  const [year = 0, month = 1] = code.split('-').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const at = year * 12 + month - 1 - back
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
