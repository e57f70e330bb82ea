import { startReferral } from '@/lib/referrals/start-referral'
import { command } from '@/lib/write/command'

export const POST = command(startReferral)
