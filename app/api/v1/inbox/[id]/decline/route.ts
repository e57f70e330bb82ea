import { declineReferral } from '@/lib/casework/referrals/verbs/decline-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(declineReferral)
