import { approveReferral } from '@/lib/casework/referrals/verbs/approve-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(approveReferral)
