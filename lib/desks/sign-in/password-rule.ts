/** Characters; length is what makes a password strong, so nothing else is asked for. */
export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 256

type Problem = 'short' | 'long' | 'differ'

/** What is wrong with a chosen password, or nothing. PURE. */
export function problemOf(password: string, again: string): Problem | undefined {
  if ([...password].length < SHORTEST_PASSWORD) return 'short'
  if ([...password].length > LONGEST_PASSWORD) return 'long'
  return password === again ? undefined : 'differ'
}
