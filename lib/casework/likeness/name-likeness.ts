import { fold } from '@/lib/base/text/fold'
import { phonesIn } from '@/lib/casework/tokens/facts'
import { type Filing, wordsOf } from '@/lib/casework/tokens/words'

/** Why a file stands in the list, likeliest first; the words are `search.why.<CODE>`. */
export const REASONS = ['PHONE', 'SAME_NAME', 'NEAR_NAME', 'AT_HOME', 'PLACE'] as const
export type Reason = (typeof REASONS)[number]

type Names = { given: string; family: string; alias: string }
export type Seen = { principal: Names & { phone: string; contactDetail: string }; household: Names[] }

const bare = (text: string) =>
  fold(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
const wordsIn = ({ given, family, alias }: Names) => [given, family, alias].flatMap(bare)
const filedIn = ({ given, family, alias }: Names) => [given, family, alias].flatMap(wordsOf)

const meets = (word: Filing, other: Filing) => word.keys.some((key) => other.keys.includes(key))

/** How a file answers what was typed: why it is shown, and how well, higher first. PURE. */
export function likenessOf(
  typed: { text: string; words: readonly Filing[]; phones: readonly string[] },
  { principal, household }: Seen,
): { reason: Reason; weight: number } {
  const ends = (digits: string) => digits.slice(-8)
  const called = phonesIn(`${principal.phone} ; ${principal.contactDetail}`).map(ends)
  if (typed.phones.some((phone) => called.includes(ends(phone)))) return { reason: 'PHONE', weight: 100 }
  const written = bare(typed.text)
  const own = wordsIn(principal)
  const same = written.filter((word) => own.includes(word)).length
  const near = typed.words.filter((word) => filedIn(principal).some((one) => meets(word, one))).length
  if (same > 0 && same >= typed.words.length) return { reason: 'SAME_NAME', weight: 50 + same }
  if (near > 0) return { reason: 'NEAR_NAME', weight: 20 + near + same }
  const atHome = household.some((one) =>
    typed.words.some((word) => filedIn(one).some((other) => meets(word, other))),
  )
  return atHome ? { reason: 'AT_HOME', weight: 10 } : { reason: 'PLACE', weight: 0 }
}
