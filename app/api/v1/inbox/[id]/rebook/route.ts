import { rebookService } from '@/lib/casework/referrals/verbs/partner-rebook'
import { command } from '@/lib/platform/gate/command'

export const POST = command(rebookService)
