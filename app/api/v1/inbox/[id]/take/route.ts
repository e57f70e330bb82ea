import { takeInHand } from '@/lib/casework/referrals/verbs/take-in-hand'
import { command } from '@/lib/platform/gate/command'

export const POST = command(takeInHand)
