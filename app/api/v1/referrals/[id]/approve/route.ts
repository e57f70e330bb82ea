import { approveReferral } from '@/lib/queue/approve-referral'
import { command } from '@/lib/write/command'

export const POST = command(approveReferral)
