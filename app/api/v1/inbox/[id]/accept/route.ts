import { acceptReferral } from '@/lib/casework/referrals/verbs/accept-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(acceptReferral)
