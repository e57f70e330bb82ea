import { reassignReferral } from '@/lib/queue/reassign-referral'
import { command } from '@/lib/write/command'

export const POST = command(reassignReferral)
