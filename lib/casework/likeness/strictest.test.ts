import { describe, expect, test } from 'vitest'
import { strictest } from './strictest'

const family = { from: 'FAMILY', reason: 'SHAME' }
const armed = { from: 'ARMED_ACTORS', reason: '' }

describe('of two files of one person', () => {
  test('whom either says never to tell is never told', () => {
    expect(
      strictest({ withholds: [family], warning: '' }, { withholds: [armed], warning: '' }).withholds,
    ).toEqual([family, armed])
  })

  test('the reason of the known file stands where both name the same', () => {
    const again = { ...family, reason: '' }
    expect(
      strictest({ withholds: [family], warning: '' }, { withholds: [again], warning: '' }).withholds,
    ).toEqual([family])
  })

  test('both warnings are kept, one said twice once', () => {
    const said = (a: string, b: string) =>
      strictest({ withholds: [], warning: a }, { withholds: [], warning: b }).warning
    expect(said('Ne jamais venir chez elle', 'Pas devant le chef')).toBe(
      'Ne jamais venir chez elle\nPas devant le chef',
    )
    expect(said('Pas devant le chef', 'Pas devant le chef')).toBe('Pas devant le chef')
    expect(said('', '')).toBe('')
  })
})
