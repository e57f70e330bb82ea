import { refuse } from '../http/refusal'
import { persistently, refusalOf } from './retry'

/** What a page without a session reads: tried again where that helps, and 503 while the database is away. */
export async function opened<T>(look: () => Promise<T>): Promise<T> {
  try {
    return await persistently(look, true)
  } catch (error) {
    return refuse(refusalOf(error, 'page'))
  }
}
