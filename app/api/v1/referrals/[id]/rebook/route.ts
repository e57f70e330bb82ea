import { rebookReferral } from '@/lib/casework/referrals/verbs/rebook-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(rebookReferral)
