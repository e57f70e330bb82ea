import { recordAnswer } from '@/lib/referrals/record-answer'
import { command } from '@/lib/write/command'

export const POST = command(recordAnswer)
