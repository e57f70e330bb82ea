import type { Random } from './random'
import type { OfficeId } from './records'

/**
 * Invented names by community. `without` leaves out given names that, with this family name, belong to a
 * public figure: nobody here may be taken for a real person.
 */
type Family = { name: string; without?: readonly string[] }
export type Community = {
  men: readonly string[]
  women: readonly string[]
  families: readonly Family[]
  languages: readonly string[]
  nationality: string
  /** Built from the father's name instead of a family name: `Ag` and `Walet`, `Ould` and `Mint`. */
  patronym?: { son: string; daughter: string }
}

const family = (name: string, ...without: string[]): Family => ({ name, without })

const NORTH_WOMEN = [
  'Fadimata',
  'Zeïnabou',
  'Hawa',
  'Nana',
  'Aïssata',
  'Maïmouna',
  'Assan',
  'Salimata',
  'Rokia',
]
const SONGHAI = {
  men: [
    'Alassane',
    'Ousmane',
    'Issa',
    'Harouna',
    'Hamidou',
    'Attaher',
    'Seydou',
    'Mahamane',
    'Zakaria',
    'Yacouba',
    'Ousseini',
    'Almoustapha',
  ],
  women: NORTH_WOMEN,
  families: [
    family('Maïga', 'Ousmane', 'Issa'),
    family('Touré', 'Ousmane'),
    family('Cissé', 'Ousmane', 'Mahamane'),
    family('Haïdara', 'Ousmane'),
    family('Yattara'),
    family('Dicko', 'Hamidou'),
    family('Arby'),
  ],
  nationality: 'MLI',
}

export const COMMUNITIES = {
  songhai_gao: { ...SONGHAI, languages: ['ses'] },
  songhai_tbt: { ...SONGHAI, languages: ['khq'] },
  tuareg: {
    men: ['Mossa', 'Bilal', 'Attaher', 'Almoustapha', 'Rhissa', 'Akly', 'Issouf', 'Sidi', 'Idrissa', 'Hamma'],
    women: ['Fadimata', 'Tata', 'Mariama', 'Raïchatou', 'Zahra', 'Assalama', 'Nana', 'Lalla'],
    families: [],
    languages: ['taq'],
    nationality: 'MLI',
    patronym: { son: 'Ag', daughter: 'Walet' },
  },
  arab: {
    men: ['Sidi', 'Zakaria', 'Bilal', 'Youssouf', 'Idriss', 'Hamed', 'Yacoub'],
    women: ['Lalla', 'Fatma', 'Mariem', 'Aïcha', 'Safia', 'Salka'],
    families: [],
    languages: ['mey'],
    nationality: 'MLI',
    patronym: { son: 'Ould', daughter: 'Mint' },
  },
  fulani: {
    men: ['Allaye', 'Bréhima', 'Hama', 'Boubou', 'Oumar', 'Yoro', 'Demba', 'Samba', 'Issa', 'Belco'],
    women: ['Aminata', 'Djénéba', 'Kadidia', 'Oumou', 'Fatoumata', 'Coumba', 'Penda', 'Aïssata'],
    families: [
      family('Diallo', 'Samba'),
      family('Bah', 'Demba'),
      family('Sow', 'Samba'),
      family('Barry'),
      family('Sidibé', 'Oumar'),
      family('Sangaré', 'Oumou', 'Kadidia'),
      family('Diakité', 'Samba'),
      family('Dicko', 'Oumar'),
    ],
    languages: ['ffm'],
    nationality: 'MLI',
  },
  dogon: {
    men: ['Amadou', 'Boureïma', 'Antandou', 'Ogobara', 'Hamidou', 'Souleymane', 'Moussa', 'Yacouba'],
    women: ['Yassa', 'Kadidia', 'Aïssata', 'Mariam', 'Yagalem', 'Fatoumata', 'Hawa'],
    families: [family('Guindo'), family('Togo'), family('Kassogué'), family('Tembely'), family('Poudiougo')],
    languages: ['dts'],
    nationality: 'MLI',
  },
  bozo: {
    men: ['Bakary', 'Kola', 'Lassine', 'Mamadou', 'Bouya'],
    women: ['Nana', 'Kadia', 'Aminata', 'Bintou'],
    families: [family('Karabenta'), family('Famanta'), family('Konta')],
    languages: ['boz'],
    nationality: 'MLI',
  },
  bambara: {
    men: [
      'Drissa',
      'Siaka',
      'Bakary',
      'Kassim',
      'Yacouba',
      'Zoumana',
      'Souleymane',
      'Daouda',
      'Lamine',
      'Madou',
    ],
    women: ['Ramata', 'Bintou', 'Safiatou', 'Djénéba', 'Kadiatou', 'Nana', 'Salimata', 'Maïmouna', 'Assitan'],
    families: [
      family('Traoré', 'Drissa', 'Zoumana'),
      family('Coulibaly', 'Souleymane'),
      family('Diarra', 'Drissa', 'Yacouba'),
      family('Keïta', 'Daouda'),
      family('Konaté', 'Drissa'),
      family('Koné', 'Zoumana', 'Bakary'),
      family('Dembélé', 'Siaka'),
      family('Samaké', 'Daouda'),
      family('Sissoko', 'Souleymane'),
      family('Kanouté'),
    ],
    languages: ['bam'],
    nationality: 'MLI',
  },
  guinea: {
    men: ['Thierno', 'Ousmane', 'Saïkou', 'Lamine', 'Ibrahima'],
    women: ['Hadja', 'Mariama', 'Binta', 'Kadiatou'],
    families: [family('Barry', 'Ibrahima', 'Thierno'), family('Bah'), family('Soumah'), family('Diaby')],
    languages: ['fuf', 'fra'],
    nationality: 'GIN',
  },
  ivory_coast: {
    men: ['Yao', 'Lacina', 'Brice', 'Adama', 'Kouadio'],
    women: ['Affoué', 'Mariam', 'Adjoua', 'Fanta'],
    families: [family('Kouassi'), family('Bamba'), family('Kouamé'), family('Fofana', 'Adama', 'Mariam')],
    languages: ['dyu', 'fra'],
    nationality: 'CIV',
  },
  senegal: {
    men: ['Modou', 'Assane', 'Babacar', 'Ibra'],
    women: ['Astou', 'Ndeye', 'Khady', 'Awa'],
    families: [family('Sarr', 'Babacar'), family('Faye', 'Modou'), family('Ngom', 'Assane')],
    languages: ['wol', 'fra'],
    nationality: 'SEN',
  },
  burkina: {
    men: ['Salif', 'Boukary', 'Rasmané', 'Issaka'],
    women: ['Salamata', 'Awa', 'Mamounata', 'Fati'],
    families: [family('Sawadogo', 'Issaka', 'Salif'), family('Zongo'), family('Kaboré', 'Salif')],
    languages: ['mos', 'fra'],
    nationality: 'BFA',
  },
  niger: {
    men: ['Abdou', 'Garba', 'Sani', 'Laouali'],
    women: ['Hadiza', 'Balkissa', 'Zara', 'Rabi'],
    families: [family('Garba', 'Garba'), family('Maman'), family('Harouna'), family('Adamou')],
    languages: ['hau'],
    nationality: 'NER',
  },
} as const satisfies Record<string, Community>

export type CommunityName = keyof typeof COMMUNITIES

/** Who comes to an office, by weight. */
export const PEOPLE_WEIGHTS: Readonly<Record<OfficeId, Readonly<Partial<Record<CommunityName, number>>>>> = {
  BKO: {
    songhai_gao: 17,
    songhai_tbt: 15,
    tuareg: 10,
    arab: 4,
    fulani: 11,
    bambara: 24,
    dogon: 4,
    guinea: 6,
    ivory_coast: 5,
    senegal: 2,
    burkina: 2,
  },
  MOP: { fulani: 36, dogon: 21, songhai_tbt: 15, bambara: 14, tuareg: 6, bozo: 6, burkina: 2 },
  TBT: { songhai_tbt: 46, tuareg: 26, arab: 14, fulani: 8, bambara: 6 },
  GAO: { songhai_gao: 50, tuareg: 22, arab: 6, fulani: 6, niger: 7, guinea: 5, ivory_coast: 2, senegal: 2 },
}

type Name = { given: string; family: string }

export function givenName(random: Random, of: Community, sex: string): string {
  return random.pick(sex === 'F' ? of.women : of.men)
}

/** A family name alone, for relatives who share it. */
export function familyName(random: Random, of: Community, sex: string): string {
  if (!of.patronym) return random.pick(of.families).name
  return `${sex === 'F' ? of.patronym.daughter : of.patronym.son} ${random.pick(of.men)}`
}

/** A whole name that no public figure is known by. */
export function inventName(random: Random, of: Community, sex: string): Name {
  for (;;) {
    const given = givenName(random, of, sex)
    if (of.patronym) {
      const family = familyName(random, of, sex)
      if (!family.endsWith(` ${given}`)) return { given, family }
      continue
    }
    const { name, without = [] } = random.pick(of.families)
    if (!without.includes(given)) return { given, family: name }
  }
}
