import { isUuid } from '@/lib/base/forms/uuid'

type About = { type: string; id: string }

/** The page of what a refusal is about, for whoever sees it: the way back. Nothing where it has none. PURE. */
export function pageAbout({ type, id }: About, side: 'staff' | 'partner'): string | undefined {
  if (type === 'directory-entry' && isUuid(id))
    return side === 'partner' ? `/services/${id}` : `/directory/${id}`
  if (side === 'partner') return type === 'referral' && isUuid(id) ? `/inbox/${id}` : undefined
  if (type === 'case') return /^MLP-[0-9A-Z-]{1,16}$/i.test(id) ? `/cases/${id}` : undefined
  return (type === 'referral' || type === 'alert') && isUuid(id) ? `/${type}s/${id}` : undefined
}
