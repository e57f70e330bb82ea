import { endLink } from '@/lib/casework/referrals/verbs/end-link'
import { command } from '@/lib/platform/gate/command'

export const POST = command(endLink)
