import { verifyReferral } from '@/lib/casework/referrals/verbs/verify-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(verifyReferral)
