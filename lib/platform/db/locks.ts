/** The advisory locks that migrations, sign-ins and forms take; everybody else has no right to any. */
export const LOCKS = `pg_advisory_lock(bigint), pg_advisory_unlock(bigint), pg_advisory_xact_lock(bigint),
  pg_advisory_xact_lock(integer, integer)`
/** Who takes them: the owner (migrations), definer functions (forms), the login of sign-ins. */
export const LOCKERS = 'relais_owner, relais_definer, relais_auth'
