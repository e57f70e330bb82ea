import { returnReferral } from '@/lib/casework/referrals/verbs/return-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(returnReferral)
