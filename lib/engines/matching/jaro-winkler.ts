/** Jaro-Winkler likeness of two words, 0 to 1. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  const jaro = likeness(a, b)
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

function likeness(a: string, b: string): number {
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1)
  const taken = new Uint8Array(b.length)
  const fromA: string[] = []
  for (let i = 0; i < a.length; i++) {
    const last = Math.min(b.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (taken[j] === 1 || a[i] !== b[j]) continue
      taken[j] = 1
      fromA.push(a.charAt(i))
      break
    }
  }
  const matched = fromA.length
  if (matched === 0) return 0
  let swapped = 0
  let next = 0
  for (let j = 0; j < b.length; j++) {
    if (taken[j] === 1 && b[j] !== fromA[next++]) swapped++
  }
  return (matched / a.length + matched / b.length + (matched - swapped / 2) / matched) / 3
}
