import { translator } from '@/lib/base/i18n/translate'
import type { Reading } from '@/lib/platform/gate/read'
import { as, type SignedIn } from './actors'

/** One reading as this person, in one transaction, as a page does it. */
export const reading = <T>(who: SignedIn, load: (reading: Reading) => Promise<T>): Promise<T> =>
  as(who, (ctx) => load({ ...ctx, t: translator('fr') }))
