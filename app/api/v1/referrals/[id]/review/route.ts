import { reviewEmergency } from '@/lib/casework/referrals/verbs/review-emergency'
import { command } from '@/lib/platform/gate/command'

export const POST = command(reviewEmergency)
