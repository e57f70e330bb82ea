import { MissingCreaterole } from '@/lib/db/bootstrap'
import { migrate } from '@/lib/db/migrate'

try {
  await migrate()
} catch (error) {
  if (!(error instanceof MissingCreaterole)) throw error
  process.stderr.write(`${error.message} Ask a database administrator to run this once:\n\n${error.sql}\n`)
  process.exitCode = 1
}
