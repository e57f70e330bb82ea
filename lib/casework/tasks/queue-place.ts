import { z } from 'zod'
import { carried } from '@/lib/base/forms/fields'

/**
 * Where in the queue something was decided: the tab, and how many rows stood before it (`approve.3`; `.3` among all).
 * Nothing is the top of the whole queue.
 */
const PLACE = /^[a-z-]{0,20}(\.\d{1,2})?$/
export const placeField = () => carried(z.string().regex(PLACE, { error: 'not-a-code' }).default(''))
/** As an address carries it; what does not read as one is the top. PURE. */
export const readPlace = (text: string | undefined): string => (text && PLACE.test(text) ? text : '')

export const placeOf = (tab: string | undefined, at?: number): string =>
  `${tab ?? ''}${at !== undefined && at > 0 && at < 100 ? `.${at}` : ''}`

/** The tab of a place. PURE. */
export const tabOf = (place: string | undefined): string => place?.split('.')[0] ?? ''

const asked = (place: string | undefined): string[] => {
  const [tab, at] = place?.split('.') ?? []
  return [...(tab ? [`kind=${tab}`] : []), ...(at ? [`at=${at}`] : [])]
}

/** Back to that tab and that place. PURE. */
export const queueAfter = (place: string | undefined, done: string): string => {
  const query = [...asked(place), ...(done ? [done] : [])].join('&')
  return query ? `/queue?${query}` : '/queue'
}

/** A page of one row that asks something; it knows where it was opened from. PURE. */
export const rowPage = (
  id: string | undefined,
  page: string,
  place: string | undefined,
  of?: string,
): string => {
  const query = [...(of ? [`of=${of}`] : []), ...(place ? [`kind=${place}`] : [])].join('&')
  return `/queue/${id}/${page}${query ? `?${query}` : ''}`
}
