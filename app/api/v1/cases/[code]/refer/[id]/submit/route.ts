import { submitReferral } from '@/lib/referrals/submit-referral'
import { command } from '@/lib/write/command'

export const POST = command(submitReferral)
