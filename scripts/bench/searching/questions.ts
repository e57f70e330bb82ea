import { planDemo } from '@/drizzle/seed/demo/plan-demo'
import { planCases } from '@/drizzle/seed/scale/plan-cases'
import type { Staffing } from '@/drizzle/seed/scale/staffing'
import { wordsOf } from '@/lib/casework/tokens/words'

/** What is typed into the box, and how this page speaks of it. */
export type Question = { name: string; typed: string }

/** So many files tell which names are frequent; all of them would take as long as the seed. */
const LOOKED_AT = 3000

type Somebody = { given: string; family: string; born: number; phone: string | undefined; code: string }

function somebodies(staffing: Staffing, people: number): Somebody[] {
  // The measured files go on where the demonstration's end.
  const files = [...planCases(Math.min(people, LOOKED_AT), staffing, planDemo().files.length)]
  return files
    .filter((file) => file.case.sensitivity === 'S3' && file.case.state === 'OPEN')
    .map((file) => {
      const { given, family, birthYear, phone } = file.case.person
      return { given, family, born: birthYear, phone, code: file.case.code }
    })
    .filter(({ given, family }) => given !== '' && family !== '')
}

/** From the rarest to the most frequent: words, or whole names, since the two most frequent words may be nobody's name. */
function byFrequency(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([a, few], [b, many]) => few - many || (a < b ? -1 : 1)).map(([word]) => word)
}

const ARABIC: Readonly<Record<string, string>> = {
  ...{
    Mariam: 'مريم',
    Moussa: 'موسى',
    Oumar: 'عمر',
    Ousmane: 'عثمان',
    Zakaria: 'زكريا',
    Halimatou: 'حليمة',
    Fatoumata: 'فاطمة',
  },
  ...{ Touré: 'توري', Traoré: 'تراوري', Maïga: 'ميغا', Haïdara: 'حيدرة', Arby: 'عربي', Kounta: 'كونتا' },
}

/** The whole name of the first person who has one of these, as an Arabic document writes it. */
function arabicOf(all: readonly Somebody[]): string {
  const one = all.find(({ given, family }) => ARABIC[given] && ARABIC[family])
  return one ? `${ARABIC[one.given]} ${ARABIC[one.family]}` : 'فاطمة توري'
}

/**
 * Each way of asking once: what answers is somebody of the invented files.
 * @param people further cases the database was filled with
 */
export function questionsOf(staffing: Staffing, people: number): Question[] {
  const all = somebodies(staffing, people)
  const words = byFrequency(
    all
      .flatMap(({ given, family }) => `${given} ${family}`.split(/[ -]/))
      .filter((word) => wordsOf(word).length === 1),
  )
  const [rare = '', frequent = ''] = [words[0], words.at(-1)]
  const one = all.find(({ given }) => !given.includes(' '))
  const called = all.find(({ phone }) => phone)
  return [
    { name: 'one rare name', typed: rare },
    { name: 'one frequent name', typed: frequent },
    { name: 'two names', typed: `${one?.given} ${one?.family}` },
    { name: 'two names and a year', typed: `${one?.given} ${one?.family} ${one?.born}` },
    {
      name: 'two frequent names',
      typed: byFrequency(all.map(({ given, family }) => `${given} ${family}`)).at(-1) ?? '',
    },
    { name: 'Arabic script', typed: arabicOf(all) },
    { name: 'a telephone', typed: called?.phone ?? '76 00 00 00' },
    { name: 'a code', typed: all[0]?.code ?? '' },
  ]
}
