import { describe, expect, test } from 'vitest'
import { isHushed, isHushedService } from './hushed'

describe('what a list never says', () => {
  test('is violence against women and children, armed groups, trafficking, torture, detention, suicide', () => {
    for (const code of [
      'VIOL_GBV',
      'SV-VA',
      'SV-SS',
      'CR-AF',
      'LIB_RECR',
      'EXPL_TIP',
      'VIOL_TORT',
      'TR-PI',
      'LIB_DET',
      'MHP_SUIC',
    ])
      expect([code, isHushed(code)]).toEqual([code, true])
  })

  test('is not what anybody may read over a shoulder', () => {
    for (const code of ['ACC_MED', 'SC-UC', 'SM-MN', 'HLP_OCC', 'DOC_CIVIL', 'CR-NE', 'ER-NF'])
      expect([code, isHushed(code)]).toEqual([code, false])
  })

  test('nor the one service that says what happened', () => {
    expect([isHushedService('MED_CMR'), isHushedService('MED_CONS')]).toEqual([true, false])
  })
})
