import { reportNotAccessed } from '@/lib/casework/referrals/verbs/partner-report-not-accessed'
import { command } from '@/lib/platform/gate/command'

export const POST = command(reportNotAccessed)
