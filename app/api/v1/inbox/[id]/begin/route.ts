import { beginService } from '@/lib/casework/referrals/verbs/begin-service'
import { command } from '@/lib/platform/gate/command'

export const POST = command(beginService)
