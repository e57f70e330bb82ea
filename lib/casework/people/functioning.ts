import { type CodeOf, lists } from '@/lib/base/codes/lists'

/**
 * The short set of the Washington Group: six questions with four degrees, a refusal (7) and "does not know" (9). PURE.
 * Disability is derived, by the group's own cut-off: at least one domain with a lot of difficulty, or that cannot be done
 * at all. What was not answered counts neither way: without a yes, all six must be answered before it is a no.
 */
export type Domain = CodeOf<'wg_ss_domain'>
export const DOMAINS: readonly Domain[] = lists.wg_ss_domain.map(({ code }) => code)
const HARD = ['3', '4']
const SAID = ['1', '2', ...HARD]

/** `WG_SEE:3` for each domain that was answered, in the order asked; '' = not asked. */
export const functioningOf = (answers: Readonly<Record<string, string>>): string[] =>
  DOMAINS.flatMap((domain) => (answers[domain] ? [`${domain}:${answers[domain]}`] : []))

/** The answers by domain, as they were stored. */
export const answersOf = (functioning: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    functioning.map((one) => one.split(':')).map(([domain = '', answer = '']) => [domain, answer]),
  )

/** `undefined`: cannot be said from what was answered. */
export function isDisabled(functioning: readonly string[]): boolean | undefined {
  const answers = Object.values(answersOf(functioning))
  if (answers.some((answer) => HARD.includes(answer))) return true
  const said = answers.filter((answer) => SAID.includes(answer))
  return said.length === DOMAINS.length ? false : undefined
}
