import { inviteAdministrator, NotAnAdministrator } from '@/lib/casework/staff/invite-administrator'
import { env } from '@/lib/platform/env/env'

const [email = '', ...name] = process.argv.slice(2)
try {
  process.stdout.write(`${env().origin}${await inviteAdministrator(email, name.join(' '))}\n`)
} catch (error) {
  if (error instanceof RangeError) process.stderr.write(`${error.message}.\n`)
  else if (error instanceof NotAnAdministrator)
    process.stderr.write(
      `${error.message} is the account of a colleague who is not an active administrator.\n`,
    )
  else throw error
  process.exitCode = 1
}
