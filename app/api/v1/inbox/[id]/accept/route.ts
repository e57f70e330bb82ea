import { acceptReferral } from '@/lib/inbox/accept-referral'
import { command } from '@/lib/write/command'

export const POST = command(acceptReferral)
