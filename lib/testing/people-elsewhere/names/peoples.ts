import { arabMen, arabWomen, tuaregMen, tuaregWomen } from './desert'
import { mandeClans, mandeMen, mandeWomen } from './mande'
import type { Name } from './name'
import { bozoClans, bozoMen, bozoWomen, songhayClans, songhayMen, songhayWomen } from './river'
import {
  dogonClans,
  dogonMen,
  dogonWomen,
  fulaniClans,
  fulaniMen,
  fulaniWomen,
  soninkeClans,
  soninkeMen,
  soninkeWomen,
} from './savanna'

/** How a people names its children. `clans` empty: by the father's name alone. */
export type People = {
  name: string
  men: readonly Name[]
  women: readonly Name[]
  clans: readonly Name[]
  /** Ways of writing "son of" and "daughter of", the usual first. */
  sonOf: readonly string[]
  daughterOf: readonly string[]
  /** How often a register has the father's name in place of a clan's, of 1. */
  byFather: number
  /** First two figures of the cercles where they mostly come from. */
  regions: readonly string[]
  share: number
}

const none = [''] as const
const clan = (
  name: string,
  pools: [readonly Name[], readonly Name[], readonly Name[]],
  byFather: number,
  regions: readonly string[],
  share: number,
): People => {
  const [men, women, clans] = pools
  return { name, men, women, clans, sonOf: none, daughterOf: none, byFather, regions, share }
}

export const PEOPLES: readonly People[] = [
  clan('Songhay', [songhayMen, songhayWomen, songhayClans], 0.35, ['06', '07'], 26),
  clan('Fulani', [fulaniMen, fulaniWomen, fulaniClans], 0.15, ['05', '06'], 18),
  {
    name: 'Tuareg',
    men: tuaregMen,
    women: tuaregWomen,
    clans: [],
    sonOf: ['Ag', 'Agh', 'ag'],
    daughterOf: ['Walet', 'Oualet', 'Wallet'],
    byFather: 1,
    regions: ['06', '07', '08'],
    share: 20,
  },
  clan('Dogon', [dogonMen, dogonWomen, dogonClans], 0.05, ['05'], 11),
  clan('Mande', [mandeMen, mandeWomen, mandeClans], 0.03, ['04', '05', '09'], 11),
  {
    name: 'Arab',
    men: arabMen,
    women: arabWomen,
    clans: [],
    sonOf: ['Ould', 'Ouled', 'Wuld', 'Weld'],
    daughterOf: ['Mint', 'Minte', 'Bint'],
    byFather: 1,
    regions: ['06', '07'],
    share: 7,
  },
  clan('Bozo', [bozoMen, bozoWomen, bozoClans], 0.05, ['05'], 4),
  clan('Soninke', [soninkeMen, soninkeWomen, soninkeClans], 0.05, ['05', '01'], 3),
]
