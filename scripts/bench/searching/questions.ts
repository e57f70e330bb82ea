import { officeOf } from '@/drizzle/seed/demo/records'
import { planCases } from '@/drizzle/seed/scale/plan-cases'
import type { Staffing } from '@/drizzle/seed/scale/staffing'

/** What is typed into the box, and how this page speaks of it. */
export type Question = { name: string; typed: string }

/** So many files tell which names are frequent; all of them would take as long as the seed. */
const LOOKED_AT = 3000

type Somebody = { given: string; family: string; phone: string | undefined; code: string; office: string }

function somebodies(staffing: Staffing, people: number): Somebody[] {
  const files = [...planCases(Math.min(people, LOOKED_AT), staffing)]
  return files
    .filter((file) => file.case.sensitivity === 'S3' && file.case.state === 'OPEN')
    .map((file) => {
      const { given, family, phone } = file.case.person
      return { given, family, phone, code: file.case.code, office: officeOf(file) }
    })
    .filter(({ given, family }) => given !== '' && family !== '')
}

/** Words from the rarest to the most frequent. */
function byFrequency(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([a, few], [b, many]) => few - many || (a < b ? -1 : 1)).map(([word]) => word)
}

/**
 * Each way of asking once: what answers is somebody of the invented files.
 * @param people further cases the database was filled with
 */
export function questionsOf(staffing: Staffing, people: number): Question[] {
  const all = somebodies(staffing, people)
  const words = byFrequency(
    all.flatMap(({ given, family }) => `${given} ${family}`.split(/[ -]/)).filter((word) => word.length > 2),
  )
  const [rare = '', frequent = ''] = [words[0], words.at(-1)]
  const one = all.find(({ given }) => !given.includes(' '))
  const called = all.find(({ phone }) => phone)
  return [
    { name: 'one rare name', typed: rare },
    { name: 'one frequent name', typed: frequent },
    { name: 'two names', typed: `${one?.given} ${one?.family}` },
    { name: 'two frequent names', typed: `${words.at(-1)} ${words.at(-2)}` },
    { name: 'Arabic script', typed: 'فاطمة توري' },
    { name: 'a telephone', typed: called?.phone ?? '76 00 00 00' },
    { name: 'a code', typed: all[0]?.code ?? '' },
  ]
}
