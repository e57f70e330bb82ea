import { z } from 'zod'

/**
 * What an id of ours looks like, for every address, page mark, key and carried field. PURE. Anything else is not an
 * id: the address does not exist (404), the field is refused; it never reaches the database.
 *   isUuid(value)       also narrows to string
 *   uuid(error)         the schema of a carried id
 *   maybeUuid(error)    the same, or '' where nothing was chosen
 */
export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const WHOLE = new RegExp(`^${UUID}$`)

export const isUuid = (value: unknown): value is string => typeof value === 'string' && WHOLE.test(value)

export const uuid = (error = 'required') => z.string({ error }).regex(WHOLE, { error })

export const maybeUuid = (error = 'not-a-code') =>
  z.union([z.literal(''), uuid(error)], { error }).default('')
