import { completeService } from '@/lib/casework/referrals/verbs/complete-service'
import { command } from '@/lib/platform/gate/command'

export const POST = command(completeService)
