import { answerReferral } from '@/lib/casework/referrals/verbs/answer-referral'
import { command } from '@/lib/platform/gate/command'

export const POST = command(answerReferral)
