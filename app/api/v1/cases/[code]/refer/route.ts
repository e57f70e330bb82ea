import { startReferral } from '@/lib/casework/referrals/verbs/start-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(startReferral)
