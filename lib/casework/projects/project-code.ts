const MOST = 60

/** The code of a new project, from its donor and its name, unlike every one that stands: `CERF_PROTECTION_NORD_2014`. PURE. */
export function projectCode(donor: string, name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
  const base = `${donor}_${plain || 'PROJECT'}`.slice(0, MOST - 4).replace(/_$/, '')
  if (!taken.includes(base)) return base
  for (let n = 2; ; n += 1) if (!taken.includes(`${base}_${n}`)) return `${base}_${n}`
}
