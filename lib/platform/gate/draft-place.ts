/**
 * Whether a draft belongs on the page at hand: same path, and whatever its address named (an item of a list) is named
 * here too. A draft of one case is no draft on another. PURE.
 */
export function standsHere(page: string | undefined, here: string | undefined): boolean {
  if (page === undefined || here === undefined) return true
  const [home, now] = [new URL(page, 'http://relais'), new URL(here, 'http://relais')]
  return (
    home.pathname === now.pathname &&
    [...home.searchParams].every(([name, value]) => name === 'draft' || now.searchParams.get(name) === value)
  )
}
