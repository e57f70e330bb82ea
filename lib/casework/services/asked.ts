import { entryOf, offered } from '@/lib/base/codes/codes'

/**
 * Services an answer about one organisation may name: what the directory says it offers, with the headings above (a no may
 * be to all that stands below one), and what was chosen before. Every service where the directory is empty. PURE.
 */
export function servicesAsked(ofPartner: readonly string[], chosen?: string): string[] {
  const all = offered('service_type').map(({ code }) => code)
  if (ofPartner.length === 0) return all
  const asked = new Set([...ofPartner, ...(chosen ? [chosen] : [])])
  for (const code of [...asked]) {
    const above = entryOf('service_type', code)?.parent
    if (above) asked.add(above)
  }
  return all.filter((code) => asked.has(code))
}
