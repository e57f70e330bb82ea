import { settleHarm } from '@/lib/casework/referrals/verbs/settle-harm'
import { command } from '@/lib/platform/gate/command'

export const POST = command(settleHarm)
