import { reportNotAccessed } from '@/lib/casework/referrals/verbs/report-not-accessed'
import { command } from '@/lib/platform/gate/command'

export const POST = command(reportNotAccessed)
