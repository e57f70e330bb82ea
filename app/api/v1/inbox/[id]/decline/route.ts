import { declineReferral } from '@/lib/inbox/decline-referral'
import { command } from '@/lib/write/command'

export const POST = command(declineReferral)
