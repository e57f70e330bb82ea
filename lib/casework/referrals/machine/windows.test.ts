import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { STAGE_1_STATES, STAGE_2_STATES, STUB_DAYS, VERIFIED_SHARE_DAYS } from './states'

const sql = readFileSync(new URL('../../../../drizzle/0011_create_referrals.sql', import.meta.url), 'utf8')
const listIn = (start: string): string[] => {
  const list = sql.slice(sql.indexOf(start)).match(/array\[([^\]]*)\]/)?.[1] ?? ''
  return list
    .split(', ')
    .map((quoted) => quoted.replaceAll("'", ''))
    .sort()
}

describe('what a partner may still read, in the rules and in the policies', () => {
  it('opens the slips in the same states', () => {
    expect(listIn('case when stage = 1')).toEqual([...STAGE_1_STATES].sort())
    expect(listIn('else array')).toEqual([...STAGE_2_STATES].sort())
  })

  it('ends after the same number of days', () => {
    expect(sql).toContain(`interval '${STUB_DAYS} days'`)
    expect(sql).toContain(`interval '${VERIFIED_SHARE_DAYS} days'`)
  })
})
