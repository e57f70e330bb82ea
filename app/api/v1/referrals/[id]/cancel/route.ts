import { cancelReferral } from '@/lib/referrals/cancel-referral'
import { command } from '@/lib/write/command'

export const POST = command(cancelReferral)
