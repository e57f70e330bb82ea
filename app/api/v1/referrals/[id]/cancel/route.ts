import { cancelReferral } from '@/lib/casework/referrals/verbs/cancel-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(cancelReferral)
