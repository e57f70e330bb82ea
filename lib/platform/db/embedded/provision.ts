import postgres from 'postgres'

/**
 * Makes the database and the administrative login that migrations use, as a careful operator would: the login owns
 * the database and may create roles, and is no superuser. So the embedded database proves what DATABASE_URL needs.
 * @param superuserUrl the cluster's first login, on its database `postgres`
 * @returns the address of the database as the administrative login
 */
export async function provision(superuserUrl: string, password: string) {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} })
  try {
    const roles = await sql`select 1 from pg_roles where rolname = 'relais_admin'`
    if (roles.length === 0)
      await sql.unsafe(`create role relais_admin login createrole password '${password}'`)
    const databases = await sql`select 1 from pg_database where datname = 'relais'`
    if (databases.length === 0) {
      await sql.unsafe('create database relais owner relais_admin template template0')
      // The application's logins belong in one database only; the cluster's own two are closed to them.
      await sql.unsafe('revoke connect on database postgres, template1 from public')
    }
  } finally {
    await sql.end()
  }
  const url = new URL(superuserUrl)
  url.username = 'relais_admin'
  url.password = password
  url.pathname = '/relais'
  return url.href
}
