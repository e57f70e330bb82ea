import { recordAnswer } from '@/lib/casework/referrals/verbs/record-answer'
import { command } from '@/lib/platform/gate/command'

export const POST = command(recordAnswer)
