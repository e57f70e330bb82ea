import { returnReferral } from '@/lib/queue/return-referral'
import { command } from '@/lib/write/command'

export const POST = command(returnReferral)
