import { sql } from 'drizzle-orm'
import { FORBIDS } from './contact'

/** `contactStop` of the case `k`, for a list: whether a call must be stopped and asked about first. */
export const stopsCalls = sql`(k.do_not_contact or exists (select from app.people p where p.case_id = k.id
  and p.standing = 'PRINCIPAL' and p.safe_contact = any(${sql.param(`{${FORBIDS.join(',')}}`)}::text[])))`
