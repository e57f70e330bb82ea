import { closeUnserved } from '@/lib/casework/referrals/verbs/close-unserved'
import { command } from '@/lib/platform/gate/command'

export const POST = command(closeUnserved)
