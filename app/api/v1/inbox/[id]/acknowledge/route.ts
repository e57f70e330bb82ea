import { acknowledgeReferral } from '@/lib/casework/referrals/verbs/acknowledge-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(acknowledgeReferral)
