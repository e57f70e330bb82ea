import { editConsent } from '@/lib/referrals/edit-referral'
import { command } from '@/lib/write/command'

export const POST = command(editConsent)
