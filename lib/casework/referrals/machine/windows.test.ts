import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DEFAULTS } from '@/lib/platform/settings/defaults'
import { newestStatesSql, statesSql } from '@/scripts/write-states'
import { REFERRAL_STATES, STATES } from './states'

const sql = (name: string) =>
  readFileSync(new URL(`../../../../drizzle/${name}.sql`, import.meta.url), 'utf8')

describe('the database’s rows of states, moves and settings', () => {
  it('are written by the newest generated migration, word for word', () => {
    expect(newestStatesSql()).toBe(statesSql())
  })

  it('name a setting for every length of reading', () => {
    const needed = new Set(REFERRAL_STATES.map((state) => STATES[state].reading))
    expect(needed).toEqual(new Set(['NEVER', 'OPEN', 'SETTLED', 'AFTER', 'STUB']))
    expect(Object.keys(DEFAULTS)).toEqual(
      expect.arrayContaining(['partner.settled', 'partner.after', 'partner.stub']),
    )
  })

  it('are where lengths of time stand: the policies and triggers made since name none', () => {
    for (const name of ['0040_describe_states_once', '0043_receive_at_bases', '0045_tell_of_abuse'])
      expect(sql(name).match(/interval '[^0][^']*'/g)).toBeNull()
  })
})
