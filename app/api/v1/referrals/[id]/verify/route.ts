import { verifyReferral } from '@/lib/referrals/verify-referral'
import { command } from '@/lib/write/command'

export const POST = command(verifyReferral)
