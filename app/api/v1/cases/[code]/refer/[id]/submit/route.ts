import { submitReferral } from '@/lib/casework/referrals/verbs/submit-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(submitReferral)
