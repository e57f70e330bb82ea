import { acknowledgeReferral } from '@/lib/inbox/acknowledge-referral'
import { command } from '@/lib/write/command'

export const POST = command(acknowledgeReferral)
