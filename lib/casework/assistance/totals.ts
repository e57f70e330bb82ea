type Line = { service: string; unit: string; quantity: number }

/** Quantities by service: services are never added together, units never mix. PURE. */
export function totalsOf(lines: readonly Line[]): Line[] {
  const totals = new Map<string, Line>()
  for (const { service, unit, quantity } of lines) {
    const key = `${service} ${unit}`
    totals.set(key, { service, unit, quantity: (totals.get(key)?.quantity ?? 0) + quantity })
  }
  return [...totals.values()].toSorted((a, b) => a.service.localeCompare(b.service))
}
