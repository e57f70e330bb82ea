import { reportHarm } from '@/lib/casework/referrals/verbs/report-harm'
import { command } from '@/lib/platform/gate/command'

export const POST = command(reportHarm)
