import { remindPartner } from '@/lib/casework/referrals/verbs/remind-partner'
import { command } from '@/lib/platform/gate/command'

export const POST = command(remindPartner)
