import { reportNotAccessed } from '@/lib/referrals/report-not-accessed'
import { command } from '@/lib/write/command'

export const POST = command(reportNotAccessed)
