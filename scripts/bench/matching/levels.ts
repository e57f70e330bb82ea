import type { Fact, Levels } from '@/lib/engines/matching/compare-facts'

const names = [
  'double',
  'same',
  'swapped',
  'near',
  'atHome',
  'part',
  'tail',
  'mixed',
  'close',
  'weak',
  'barred',
  'other',
  'missing',
] as const
/** Every level of every fact, so that the table is complete even where training met none. */
export const allLevels: { [F in Fact]: readonly Levels[F][] } = {
  given: names,
  mother: names,
  household: ['severalWhole', 'several', 'same', 'fewWhole', 'few', 'near', 'other', 'named', 'missing'],
  family: names,
  origin: [
    'village',
    'villageNear',
    'town',
    'villageElsewhere',
    'cercleOnly',
    'cercle',
    'farOnly',
    'far',
    'missing',
  ],
  birth: [
    'date',
    'dateNear',
    'year',
    'oneOff',
    'compatible',
    'compatibleWide',
    'threeOff',
    'yearNotDate',
    'tenOff',
    'far',
    'missing',
  ],
  phone: ['same', 'near', 'other', 'missing'],
  sex: ['same', 'other', 'missing'],
}
export const facts = Object.keys(allLevels) as Fact[]

const nameOrders = [
  ['double', 'same', 'near', 'atHome', 'missing', 'other'],
  ['near', 'part', 'mixed', 'close', 'weak', 'other'],
  ['same', 'swapped', 'missing'],
  ['part', 'tail', 'other'],
  ['weak', 'barred'],
  ['missing', 'barred'],
]
/**
 * What may never score above what: a slip above the same spelling, less agreement above more, a fact left out above
 * the same fact or one that is near it, a contradiction above a fact left out. Held against every alternative when
 * weights are fitted.
 */
export const orders: Record<Fact, readonly (readonly string[])[]> = {
  given: nameOrders,
  mother: nameOrders,
  family: nameOrders,
  household: [
    ['severalWhole', 'several', 'same', 'few', 'near', 'missing', 'other', 'named'],
    ['severalWhole', 'fewWhole', 'few'],
  ],
  origin: [
    ['village', 'villageNear', 'town', 'cercleOnly', 'missing', 'farOnly', 'far'],
    ['cercleOnly', 'cercle', 'far'],
    ['villageNear', 'villageElsewhere', 'farOnly'],
  ],
  birth: [
    ['date', 'dateNear', 'missing'],
    ['dateNear', 'yearNotDate'],
    ['date', 'year', 'compatible', 'compatibleWide', 'missing', 'threeOff', 'tenOff', 'far'],
    ['year', 'oneOff', 'missing', 'yearNotDate'],
  ],
  phone: [['same', 'near', 'missing', 'other']],
  sex: [['same', 'missing', 'other']],
}
