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
  household: ['several', 'same', 'few', 'near', 'other', 'named', 'missing'],
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
  homonym: ['unlisted', 'listed', 'missing'],
  phone: ['same', 'near', 'other', 'missing'],
  sex: ['same', 'other', 'missing'],
}
export const facts = Object.keys(allLevels) as Fact[]

const nameOrders = [
  ['double', 'same', 'near', 'part', 'mixed', 'close', 'weak', 'other'],
  ['same', 'swapped'],
  ['same', 'atHome'],
  ['part', 'tail', 'other'],
  ['weak', 'barred'],
  ['double', 'same', 'missing', 'other'],
  ['missing', 'barred'],
]
/**
 * What may never score above what: a slip above the same spelling, less agreement above more, a fact left out above
 * the same fact, a contradiction above a fact left out. Held against every alternative when weights are fitted.
 */
export const orders: Record<Fact, readonly (readonly string[])[]> = {
  given: nameOrders,
  mother: nameOrders,
  family: nameOrders,
  household: [
    ['several', 'same', 'few', 'near', 'missing', 'other'],
    ['missing', 'named'],
  ],
  origin: [
    ['village', 'villageNear', 'cercleOnly', 'missing', 'farOnly', 'far'],
    ['village', 'town', 'cercleOnly', 'cercle', 'far'],
    ['villageNear', 'villageElsewhere', 'far'],
  ],
  birth: [
    ['date', 'dateNear', 'yearNotDate'],
    ['date', 'year', 'oneOff', 'threeOff', 'tenOff', 'far'],
    ['year', 'compatible', 'compatibleWide', 'tenOff'],
    ['year', 'yearNotDate'],
    ['year', 'missing', 'far'],
  ],
  // Somebody of one's own name at home never counts against.
  homonym: [['unlisted', 'listed']],
  phone: [
    ['same', 'near', 'other'],
    ['same', 'missing', 'other'],
  ],
  sex: [['same', 'missing', 'other']],
}
