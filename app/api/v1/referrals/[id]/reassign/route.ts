import { reassignReferral } from '@/lib/casework/referrals/verbs/reassign-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(reassignReferral)
