import { reportNotAccessed } from '@/lib/inbox/report-not-accessed'
import { command } from '@/lib/write/command'

export const POST = command(reportNotAccessed)
