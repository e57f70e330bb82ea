import { tellPartner } from '@/lib/casework/referrals/verbs/tell-partner'
import { command } from '@/lib/platform/gate/command'

export const POST = command(tellPartner)
