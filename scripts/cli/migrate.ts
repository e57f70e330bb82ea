import { MissingCreaterole } from '@/lib/platform/db/bootstrap'
import { migrate } from '@/lib/platform/db/migrate'

try {
  await migrate()
} catch (error) {
  if (!(error instanceof MissingCreaterole)) throw error
  process.stderr.write(`${error.message} Ask a database administrator to run this once:\n\n${error.sql}\n`)
  process.exitCode = 1
}
