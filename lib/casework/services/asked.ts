import { entryOf, offered } from '@/lib/base/codes/codes'

/** Services of one agency by the directory (`own`), or those that anybody offers. */
export type Offered = { own: boolean; services: readonly string[] }

/**
 * Services an answer about one organisation may name: what the directory says it offers, with the headings above (a no may
 * be to all that stands below one), and what was chosen before. Where the directory has no line of it the services that
 * anybody offers, one by one; every service where the directory is empty. PURE.
 */
export function servicesAsked({ own, services }: Offered, chosen?: string): string[] {
  const all = offered('service_type').map(({ code }) => code)
  if (services.length === 0) return all
  const above = own ? services.map((code) => entryOf('service_type', code)?.parent) : []
  const asked = new Set([...services, ...above, ...(chosen ? [chosen] : [])])
  return all.filter((code) => asked.has(code))
}
