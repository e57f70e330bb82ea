import { label, partnerName } from '@/lib/base/codes/codes'
import { month as monthWords } from '@/lib/base/i18n/dates'
import type { By, LoopView, Narrowed } from '@/lib/desks/statistics/loop'
import type { Page } from '@/lib/platform/gate/read'

export const HERE = '/statistics/referrals'
export type LoopPage = Page<LoopView>

type More = { by?: By; of?: string; code?: string; reason?: string; from?: number; narrow?: Narrowed }
/** The address of these figures, told apart or opened otherwise. PURE. */
export function hrefOf(
  { month, by, narrowed }: Pick<LoopView, 'month' | 'by' | 'narrowed'>,
  { narrow, ...more }: More,
): string {
  const all = { month, by, ...narrowed, ...narrow, ...more }
  const query = Object.entries(all).filter(([, value]) => value !== undefined)
  return `${HERE}?${new URLSearchParams(query.map(([name, value]) => [name, String(value)]))}`
}

/** What a code of a table is called. */
export function codeName({ t, locale, view }: LoopPage, by: By, code: string): string {
  if (code === 'RESTRICTED') return t('loop.restricted')
  if (by === 'partner') return partnerName(code, locale)
  if (by === 'service') return label('service_type', code, locale)
  if (by === 'month') return monthWords(locale, `${code}-01`)
  return view.names.find(({ id }) => id === code)?.name ?? code
}
