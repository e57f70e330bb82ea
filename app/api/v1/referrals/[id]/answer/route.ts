import { answerReferral } from '@/lib/referrals/answer-referral'
import { command } from '@/lib/write/command'

export const POST = command(answerReferral)
